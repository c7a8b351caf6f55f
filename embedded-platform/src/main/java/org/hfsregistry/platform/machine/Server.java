package org.hfsregistry.platform.machine;

/** One server of a platform, so that the choice between several is made in one place. */
public interface Server {

    /** What this is and where, for the line in the log that says what was taken. */
    String description();

    /**
     * Returns when the server answers. A server that was stopped comes back with the same data at the same address.
     *
     * @throws ServerUnavailable if it can't be had
     */
    void start();

    /** Returns when the server is gone. Without effect on a server that this platform did not start. */
    void stop();
}
