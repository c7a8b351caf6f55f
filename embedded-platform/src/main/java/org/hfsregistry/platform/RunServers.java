package org.hfsregistry.platform;

/** Which servers whoever starts the registry asks for. */
public enum RunServers {
    /** Those the environment names; the embedded ones for what it does not name. */
    GIVEN_OR_EMBEDDED,
    /** The embedded ones, whatever the environment names. */
    EMBEDDED,
    /** A {@code mongod} as a child process, and for Kafka as if nothing was asked. */
    MONGOD,
    /** Both in containers. */
    DOCKER
}
