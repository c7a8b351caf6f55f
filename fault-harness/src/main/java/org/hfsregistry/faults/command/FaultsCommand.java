package org.hfsregistry.faults.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Callable;
import org.hfsregistry.faults.fault.FaultPlan;
import org.hfsregistry.faults.run.FaultRun;
import org.hfsregistry.faults.run.FaultRunAccount;
import org.hfsregistry.local.run.CannotBeDone;
import org.hfsregistry.platform.RunServers;
import org.hfsregistry.platform.machine.ServerUnavailable;
import org.hfsregistry.platform.machine.TemporaryFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the harness. */
@Command(
        name = "fault-harness",
        description = {
            "Kills broker, store, intake, two instances of the registry and analytics at random while hospitals submit,"
                    + " lets an instance of the registry stand still for longer than its session, and checks at the end that"
                    + " every acknowledged outcome is registered exactly once, that nothing else is there, that patients are"
                    + " merged, parted and erased as was asked for, and that the numbers are those of a calm run."
        },
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:every promise was kept", "1:a violation", "2:not understood, or there is no mongod"})
public final class FaultsCommand implements Callable<Integer> {

    private static final int SECONDS_A_KILL = 6;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--kills", description = "How many processes are killed in all.")
    private int kills = 20;

    @Option(names = "--seed", description = "Of the plan and of what is submitted; a new one where none is given.")
    private long seed = new Random().nextInt(Integer.MAX_VALUE);

    @Option(names = "--hospitals", description = "How many submit side by side.")
    private int hospitals = 8;

    @Option(names = "--rate", description = "How many rows a second all hospitals send together, at most.")
    private double rate = 60;

    @Option(
            names = "--duration",
            description = "Over how many seconds the faults are spread; 6 for each kill where none is given.")
    private int duration;

    @Option(names = "--data", description = "An empty folder that stays; a temporary one where none is given.")
    private @Nullable Path data;

    @Option(
            names = "--mongod",
            description = "A mongod is the store: the one that HFS_MONGOD names, or that is on the PATH.")
    private boolean mongod;

    private FaultsCommand() {}

    /** Does it, and returns the exit code. */
    public static int execute(String... arguments) {
        return new CommandLine(new FaultsCommand()).execute(arguments);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (kills < 1 || hospitals < 1 || rate <= 0 || duration < 0) {
            throw new ParameterException(
                    commandLine(), "--kills, --hospitals and --rate are at least 1, and --duration is not negative");
        }
        PrintWriter out = commandLine().getOut();
        int seconds = duration == 0 ? SECONDS_A_KILL * kills : duration;
        out.printf(
                "seed %d: run it again with --kills %d --seed %d --hospitals %d --rate %s --duration %d%s%n",
                seed, kills, seed, hospitals, rate, seconds, mongod ? " --mongod" : "");
        Duration gap = Duration.ofSeconds(seconds).dividedBy(kills);
        Path folder = data == null ? TemporaryFolder.create().path() : data;
        boolean good = isGood(out, folder, FaultPlan.drawn(kills, gap, new Random(seed)));
        if (good && data == null) {
            new TemporaryFolder(folder).delete();
        } else {
            out.println("the data and logs stay in " + folder);
        }
        out.flush();
        return good ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private boolean isGood(PrintWriter out, Path folder, FaultPlan plan) throws InterruptedException {
        try {
            FaultRunAccount account = new FaultRun(
                            folder,
                            mongod ? RunServers.MONGOD : RunServers.EMBEDDED,
                            plan,
                            hospitals,
                            rate,
                            seed,
                            line -> {
                                out.println(line);
                                out.flush();
                            })
                    .run();
            account.violations().forEach(out::println);
            out.println();
            out.println(account);
            return account.isGood();
        } catch (ServerUnavailable none) {
            throw new ParameterException(commandLine(), String.valueOf(none.getMessage()), none);
        } catch (CannotBeDone notBack) {
            out.println("VIOLATION: it does not come back: " + notBack.getMessage());
            return false;
        }
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("made by picocli only");
        }
        return spec.commandLine();
    }
}
