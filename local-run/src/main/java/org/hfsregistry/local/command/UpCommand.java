package org.hfsregistry.local.command;

import java.util.Optional;
import org.hfsregistry.local.run.Addresses;
import org.hfsregistry.local.run.CannotBeDone;
import org.hfsregistry.local.up.Sample;
import org.hfsregistry.local.up.Up;
import org.hfsregistry.platform.RunServers;
import org.hfsregistry.sample.synthetic.SyntheticNetwork;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts everything and runs until it is stopped. */
@Command(
        name = "up",
        header = "Starts the whole registry on this machine, and runs until Ctrl-C.",
        description = {
            "Starts broker, store, issuer and the three services, loads a sample, prints the addresses and a table of"
                    + " success, and runs until Ctrl-C. A second start on the same folder finds its data again.",
            "Broker and store are those that HFS_KAFKA_BOOTSTRAP and HFS_MONGODB_URI name, else embedded ones."
        },
        mixinStandardHelpOptions = true)
final class UpCommand implements Runnable {

    @Mixin
    private DataFolder data = new DataFolder();

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            description = "Added to the ports 8080 (analytics), 8081 (intake), 8082 (registry), 8083 (issuer).")
    private int portOffset;

    @Option(
            names = "--sample",
            converter = Samples.class,
            paramLabel = "published|network|none",
            description = "What an empty registry is filled with: the series of the papers (the default), a made-up"
                    + " network of 40 hospitals, or nothing.")
    private @Nullable Sample sample;

    @Option(
            names = "--treatments",
            paramLabel = "N",
            defaultValue = "" + SyntheticNetwork.TREATMENTS,
            description = "How many the made-up network has: 120 at least, ${DEFAULT-VALUE} where none is given.")
    private int networkTreatments;

    @Option(
            names = "--servers",
            converter = ServerChoices.class,
            paramLabel = "embedded|mongod|docker",
            description = "Embedded broker and store; a mongod of this machine; or both in containers.")
    private @Nullable ChosenServers servers;

    @Override
    public void run() {
        requireNetwork(networkTreatments);
        Up up = new Up(
                DataFolder.project(),
                data.folder(),
                new Addresses(portOffset),
                servers == null ? RunServers.GIVEN_OR_EMBEDDED : servers.asPlatform(),
                Optional.ofNullable(sample),
                networkTreatments,
                System.out);
        try {
            up.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @throws CannotBeDone if no network has so few treatments */
    static void requireNetwork(int treatments) {
        if (treatments < SyntheticNetwork.FEWEST) {
            throw new CannotBeDone(
                    "A network of %d treatments is too small".formatted(treatments),
                    "Give --treatments %d at least.".formatted(SyntheticNetwork.FEWEST));
        }
    }

    static final class Samples extends Choices<Sample> {
        Samples() {
            super(Sample.class);
        }
    }

    static final class ServerChoices extends Choices<ChosenServers> {
        ServerChoices() {
            super(ChosenServers.class);
        }
    }

    enum ChosenServers {
        EMBEDDED,
        MONGOD,
        DOCKER;

        RunServers asPlatform() {
            return switch (this) {
                case EMBEDDED -> RunServers.EMBEDDED;
                case MONGOD -> RunServers.MONGOD;
                case DOCKER -> RunServers.DOCKER;
            };
        }
    }
}
