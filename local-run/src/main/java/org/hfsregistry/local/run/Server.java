package org.hfsregistry.local.run;

/** What listens in a run, and the port where no offset is asked for. */
public enum Server {
    ANALYTICS(8080),
    INTAKE(8081),
    REGISTRY(8082),
    ISSUER(8083);

    final int port;

    Server(int port) {
        this.port = port;
    }

    /** Its port where no offset is asked for. */
    public int usualPort() {
        return port;
    }
}
