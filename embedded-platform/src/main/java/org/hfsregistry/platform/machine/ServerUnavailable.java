package org.hfsregistry.platform.machine;

import org.jspecify.annotations.Nullable;

/** A server that was wanted and can't be had; the message says what to do about it. */
public final class ServerUnavailable extends RuntimeException {

    private final String wanted;

    /**
     * @param wanted what could not be had, and why
     * @param remedy what whoever reads this can do about it
     */
    public ServerUnavailable(String wanted, String remedy) {
        this(wanted, remedy, null);
    }

    /**
     * @param wanted what could not be had, and why
     * @param remedy what whoever reads this can do about it
     * @param cause what was thrown on the way
     */
    public ServerUnavailable(String wanted, String remedy, @Nullable Throwable cause) {
        super(wanted + ". " + remedy, cause);
        this.wanted = wanted;
    }

    /** What could not be had, and why, without the remedy. */
    public String wanted() {
        return wanted;
    }
}
