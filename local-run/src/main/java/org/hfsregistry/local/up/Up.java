package org.hfsregistry.local.up;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.hfsregistry.local.counting.Counting;
import org.hfsregistry.local.counting.SubmittedLog;
import org.hfsregistry.local.figures.NetworkTable;
import org.hfsregistry.local.figures.PublishedTable;
import org.hfsregistry.local.figures.Statistics;
import org.hfsregistry.local.issuer.BearerTokens;
import org.hfsregistry.local.issuer.Issuer;
import org.hfsregistry.local.run.Addresses;
import org.hfsregistry.local.run.CannotBeDone;
import org.hfsregistry.local.run.Keys;
import org.hfsregistry.local.run.Patience;
import org.hfsregistry.local.run.RunFolder;
import org.hfsregistry.local.run.RunRecord;
import org.hfsregistry.local.run.Server;
import org.hfsregistry.local.service.ServiceJars;
import org.hfsregistry.local.service.ServiceSettings;
import org.hfsregistry.local.service.Services;
import org.hfsregistry.platform.Platform;
import org.hfsregistry.platform.RunServers;
import org.hfsregistry.platform.machine.ServerUnavailable;

/** One run of the whole registry, from nothing to the first numbers and until it is stopped. */
public final class Up {

    private static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(10);

    private final Path project;
    private final RunFolder folder;
    private final Addresses addresses;
    private final RunServers servers;
    private final Sample sample;
    private final int networkTreatments;
    private final Progress progress;
    private final Belongings belongings = new Belongings();
    private volatile boolean figuresAgree = true;
    private String kafkaBootstrap = "";
    /** How many outcomes were submitted here besides the sample's. */
    private long besides;

    private volatile boolean loading;
    private volatile boolean told;

    /**
     * With what was asked for.
     *
     * @param project the top folder, where the build put the services' jars
     * @param asked empty for the sample that the folder has, or the papers' series
     * @param networkTreatments how many a made-up network has
     */
    public Up(
            Path project,
            RunFolder folder,
            Addresses addresses,
            RunServers servers,
            Optional<Sample> asked,
            int networkTreatments,
            PrintStream out) {
        this.project = project;
        this.folder = folder;
        this.addresses = addresses;
        this.servers = servers;
        this.sample = asked.or(() -> loadedBefore(folder)).orElse(Sample.PUBLISHED);
        this.networkTreatments = networkTreatments;
        this.progress = new Progress(out);
    }

    private static Optional<Sample> loadedBefore(RunFolder folder) {
        return Arrays.stream(Sample.values())
                .filter(sample -> folder.about(SampleLoading.mark(sample)).isPresent())
                .findFirst();
    }

    /**
     * Runs until the process is told to end.
     *
     * @throws CannotBeDone if it can't start, or a service ends by itself
     */
    public void run() throws InterruptedException {
        Thread runner = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> stopOnSignal(runner)));
        try (belongings) {
            Services services = start();
            fill(services);
            showFigures();
            showAddresses();
            throw services.firstEnd();
        } catch (InterruptedException | RuntimeException e) {
            // Whatever breaks off after a signal does so because of it.
            if (!told) {
                throw e;
            }
        }
    }

    private Services start() throws InterruptedException {
        belongings.add(folder.lock());
        addresses.requireFree();
        RunLog.to(folder.logs().resolve("local-run.log"));
        progress.say("Starting on " + folder.path());
        Instant since = Instant.now();
        Keys keys = folder.keys();
        CompletableFuture<Issuer> issuer = CompletableFuture.supplyAsync(() -> Issuer.start(addresses, keys));
        Platform platform = belongings.add(startPlatform());
        progress.done("broker: " + platform.kafka().description(), since);
        progress.say("  store: " + platform.mongodb().description());

        progress.say("  starting registry, analytics and intake ...");
        Instant servicesSince = Instant.now();
        ServiceSettings settings = new ServiceSettings(
                addresses,
                platform.kafkaBootstrap(),
                platform.mongodbUri(),
                keys.pseudonymKey(),
                keys.laterPseudonymKeys(),
                folder.columns(),
                keys.pagesSecret());
        Services services = belongings.add(Services.start(new ServiceJars(project), settings, folder.logs()));
        belongings.add(joined(issuer));
        progress.done("issuer at " + addresses.of(Server.ISSUER), since);
        services.awaitReady(name -> progress.done(
                name + " at " + addresses.of(Server.valueOf(name.toUpperCase(Locale.ROOT))), servicesSince));
        kafkaBootstrap = platform.kafkaBootstrap();
        folder.record(RunRecord.ofThisProcess(addresses.portOffset(), kafkaBootstrap, sample.name()));
        belongings.add(folder::forget);
        return services;
    }

    private Platform startPlatform() {
        try {
            return Platform.forRun(servers, folder.servers());
        } catch (ServerUnavailable e) {
            throw new CannotBeDone("A server can't be had: " + e.getMessage(), "The log is in " + folder.logs());
        }
    }

    private static Issuer joined(CompletableFuture<Issuer> issuer) {
        try {
            return issuer.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("the issuer does not start", e.getCause());
        }
    }

    private void fill(Services services) throws InterruptedException {
        try (SubmittedLog log = new SubmittedLog(kafkaBootstrap)) {
            loading = true;
            new SampleLoading(addresses, tokens(), progress).load(sample, networkTreatments, folder);
            loading = false;
            Instant since = Instant.now();
            Patience patience = new Patience(LONGEST_STANDSTILL, services::requireAlive, progress::say);
            new Counting(log, statistics(tokens().researcher())::positions).await(patience, progress::toGo);
            progress.done("all that was submitted is counted", since);
            besides = log.submitted() - SampleLoading.accepted(sample, folder);
        } catch (CannotBeDone e) {
            // Whoever does not answer may be gone, and its log says why.
            services.requireAlive();
            throw e;
        }
    }

    private void showFigures() {
        switch (sample) {
            case PUBLISHED -> {
                BearerTokens tokens = tokens();
                PublishedTable table = PublishedTable.read(hospital -> statistics(tokens.hospital(hospital)));
                progress.say(List.of(
                        "", "The papers' series, one hospital each; each number as the hospital itself sees it:"));
                progress.say(table.lines());
                showAgreement(table);
            }
            case NETWORK -> {
                progress.say("");
                progress.say(NetworkTable.lines(statistics(tokens().researcher())));
            }
            case NONE -> progress.say("\nThe registry is as it was left; no sample was asked for.");
        }
    }

    private void showAgreement(PublishedTable table) {
        if (table.agrees()) {
            return;
        }
        if (besides > 0) {
            progress.say("%d outcomes were submitted here besides the series, so figures may differ from the papers'."
                    .formatted(besides));
        } else {
            figuresAgree = false;
            progress.say("WARNING: not all figures came back as the papers print them; this run will end with code 1.");
        }
    }

    private void showAddresses() {
        progress.say(String.format(Locale.ROOT, "%nUp after %.1f s.", progress.seconds()));
        progress.say(new Welcome(addresses, folder, dataOption()).lines());
    }

    /** What other commands have to be given to find this run. */
    private String dataOption() {
        return folder.equals(RunFolder.usual(project)) ? "" : " --data " + folder.path();
    }

    private BearerTokens tokens() {
        return new BearerTokens(addresses.of(Server.ISSUER), folder.keys().clientSecret());
    }

    private Statistics statistics(String bearer) {
        return new Statistics(addresses.of(Server.ANALYTICS), bearer);
    }

    /** The JVM ends with the code of a signal otherwise, which says nothing about the figures. */
    private void stopOnSignal(Thread runner) {
        if (belongings.isClosing()) {
            return;
        }
        told = true;
        progress.say("Stopping ...");
        if (loading) {
            progress.say("The sample is not loaded to its end; the next start on these data loads all of it.");
            // Only then: it uses no file that an interrupt would close.
            runner.interrupt();
        }
        belongings.close();
        progress.say("Stopped. The data stay in " + folder.path());
        Runtime.getRuntime().halt(figuresAgree ? 0 : 1);
    }
}
