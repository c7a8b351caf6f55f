package org.hfsregistry.local.command;

import java.util.List;
import org.hfsregistry.local.demo.DemoScreen;
import org.hfsregistry.local.demo.PlayLive;
import org.hfsregistry.local.run.CannotBeDone;
import org.hfsregistry.local.run.RunFolder;
import org.hfsregistry.local.run.RunRecord;
import org.hfsregistry.local.run.Server;
import org.hfsregistry.local.up.Sample;
import org.hfsregistry.sample.synthetic.SyntheticNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plays the made-up network into a run, so that there is something to see. */
@Command(
        name = "demo",
        header = "Plays a made-up network into the run, so that pages move.",
        description = {
            "Submits the outcomes of a made-up network of 40 hospitals to the run, so many a second, so that pages and boards"
                    + " move. Ctrl-C breaks it off; the next demo goes on from there.",
            "The made-up hospitals (syn-01 to syn-40) stay in the data of that run."
        },
        mixinStandardHelpOptions = true)
final class DemoCommand implements Runnable {

    private static final int FASTEST = 10_000;

    @Mixin
    private DataFolder data = new DataFolder();

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many outcomes a second: 1 to 10000, ${DEFAULT-VALUE} where none is given.")
    private int rate;

    @Option(
            names = "--treatments",
            paramLabel = "N",
            defaultValue = "" + SyntheticNetwork.TREATMENTS,
            description = "How many the made-up network has: 120 at least, ${DEFAULT-VALUE} where none is given.")
    private int treatments;

    @Override
    public void run() {
        if (rate < 1 || rate > FASTEST) {
            throw new CannotBeDone("%d outcomes a second can't be played".formatted(rate), "Give --rate 1 to 10000.");
        }
        UpCommand.requireNetwork(treatments);
        RunRecord run = data.running();
        if (run.sample().equals(Sample.NETWORK.name())) {
            throw new CannotBeDone(
                    "The made-up network is in this run already, and what is sent again changes nothing",
                    "Start one without it: ./registry up --sample none --data DIR, and then ./registry demo --data DIR");
        }
        DemoScreen screen = new DemoScreen(System.out);
        PlayLive play = new PlayLive(
                run.addresses().of(Server.INTAKE),
                data.tokens()::hospital,
                SyntheticNetwork.hospitals(treatments),
                screen);
        play(run, play, screen);
    }

    private void play(RunRecord run, PlayLive play, DemoScreen screen) {
        RunFolder folder = data.folder();
        String mark = "demo-%d.played".formatted(treatments);
        int from = folder.about(mark).map(Integer::valueOf).orElse(0);
        if (from >= play.length()) {
            throw new CannotBeDone(
                    "This network was played to its end here",
                    "Give another number of --treatments, or start a new run with another --data.");
        }
        announce(run, play.length(), from);
        screen.begins(from, play.length());
        Thread onSignal = Thread.ofPlatform().name("stop").unstarted(() -> {
            folder.mark(mark, Integer.toString(screen.ends()));
            System.out.println("Stopped; the next demo goes on from there.");
            // the JVM ends with the code of the signal otherwise
            Runtime.getRuntime().halt(0);
        });
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            play.play(from, rate);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().removeShutdownHook(onSignal);
        folder.mark(mark, Integer.toString(screen.ends()));
        System.out.println("The network was played to its end.");
    }

    private void announce(RunRecord run, int outcomes, int from) {
        System.out.println(SyntheticNetwork.BANNER);
        System.out.printf(
                "Playing %d outcomes of 40 hospitals, %d a second%s.%n",
                outcomes, rate, from == 0 ? "" : ", from the %dth on, where the last demo ended".formatted(from + 1));
        List.of(
                        "  see them come:  " + run.addresses().of(Server.ANALYTICS) + "/funnel",
                        "  and the lag:    ./registry status" + data.forTheNext(),
                        "Ctrl-C breaks it off.")
                .forEach(System.out::println);
    }
}
