package org.hfsregistry.local.command;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.hfsregistry.local.issuer.BearerTokens;
import org.hfsregistry.local.run.RunFolder;
import org.hfsregistry.local.run.RunRecord;
import org.hfsregistry.local.run.Server;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option by which a command finds its run. */
final class DataFolder {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder of the run; registry-data at the project's top where none is named.")
    private @Nullable Path data;

    RunFolder folder() {
        return data == null ? RunFolder.usual(project()) : new RunFolder(data);
    }

    /** What the next command has to be given to find the same run. */
    String forTheNext() {
        return data == null ? "" : " --data " + data;
    }

    RunRecord running() {
        return folder().requireRunning();
    }

    BearerTokens tokens() {
        return new BearerTokens(
                running().addresses().of(Server.ISSUER), folder().keys().clientSecret());
    }

    /** The project's top: this class is in local-run/target/something below it. */
    static Path project() {
        try {
            Path built = Path.of(DataFolder.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Objects.requireNonNull(built.resolve("../../..").normalize());
        } catch (URISyntaxException filesHaveProperAddresses) {
            throw new IllegalStateException(filesHaveProperAddresses);
        }
    }
}
