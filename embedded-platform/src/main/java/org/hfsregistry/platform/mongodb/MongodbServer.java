package org.hfsregistry.platform.mongodb;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.hfsregistry.platform.machine.Server;

/** The store of a platform, whoever runs it. */
public sealed interface MongodbServer extends Server
        permits GivenMongodb, DockerMongodb, MongodProcess, EmbeddedMongodb {

    /** The database of those who name none. */
    String DEFAULT_DATABASE = "hfs";

    /** The connection string of the database of this name. */
    String uri(String database);

    /** The connection string of the default database. */
    default String uri() {
        return uri(DEFAULT_DATABASE);
    }

    /** One that is already there. */
    static MongodbServer given(String uri) {
        return new GivenMongodb(uri);
    }

    /** One in a container, forgotten when it stops. */
    static MongodbServer dockerForTests() {
        return DockerMongodb.forgetful();
    }

    /** One in a container whose data outlasts it, in a volume named after the folder. */
    static MongodbServer dockerFor(Path folder) {
        return DockerMongodb.keeping(folder);
    }

    /** One as a child process with its data in the folder. */
    static MongodbServer mongod(Path executable, Path folder) {
        return new MongodProcess(executable, folder);
    }

    /** The processes of those that run on the data of the folder, also where nobody holds them any more. */
    static Stream<ProcessHandle> mongodsOn(Path folder) {
        return MongodProcess.on(folder);
    }

    /** One in this JVM with its data in the folder. */
    static MongodbServer embedded(Path folder) {
        return new EmbeddedMongodb(folder);
    }
}
