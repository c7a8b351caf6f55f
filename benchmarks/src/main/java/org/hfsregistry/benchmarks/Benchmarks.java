package org.hfsregistry.benchmarks;

import java.io.IOException;
import java.util.List;
import org.hfsregistry.benchmarks.analytics.AnalyticsBenchmark;
import org.hfsregistry.benchmarks.intake.IntakeBenchmark;
import org.hfsregistry.benchmarks.lag.LagBenchmark;
import org.hfsregistry.benchmarks.pages.PagesBenchmark;
import org.hfsregistry.benchmarks.registry.RegistryBenchmark;
import org.hfsregistry.benchmarks.registry.VerifyBenchmark;
import org.hfsregistry.benchmarks.soak.SoakBenchmark;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Runs the benchmark that is named first on the command line. */
@Command(
        name = "benchmarks",
        description = "Measures what docs/performance.md says. To be run in the top folder of the project.",
        synopsisSubcommandLabel = "BENCHMARK",
        footer = {
            "",
            "Each benchmark has --help.",
            "On embedded servers in this JVM, or on those that HFS_KAFKA_BOOTSTRAP and HFS_MONGODB_URI name."
        })
public final class Benchmarks implements Runnable {

    private static final String OF_JMH = "json";
    private static final List<Class<?>> EACH = List.of(
            IntakeBenchmark.class,
            RegistryBenchmark.class,
            VerifyBenchmark.class,
            LagBenchmark.class,
            AnalyticsBenchmark.class,
            PagesBenchmark.class,
            SoakBenchmark.class);

    private final CommandLine line;

    private Benchmarks() {
        this.line = new CommandLine(this, CommandLine.defaultFactory());
    }

    /** Runs one. */
    public static void main(String[] args) {
        System.exit(create().execute(args));
    }

    static CommandLine create() {
        CommandLine line = new Benchmarks().line;
        EACH.stream()
                .flatMap(benchmark -> CommandLine.getCommandMethods(benchmark, null).stream())
                .forEach(line::addSubcommand);
        line.getSubcommands().forEach((name, benchmark) -> {
            if (name.equals(OF_JMH)) {
                benchmark.setUnmatchedOptionsArePositionalParams(true);
                explain(benchmark.getCommandSpec(), "--help");
            } else {
                explain(benchmark.getCommandSpec(), "-h", "--help");
            }
        });
        explain(line.getCommandSpec(), "-h", "--help");
        return line.addSubcommand(new CommandLine.HelpCommand())
                .setParameterExceptionHandler(Benchmarks::notUnderstood);
    }

    private static void explain(CommandSpec spec, String... asked) {
        spec.usageMessage().showDefaultValues(true);
        spec.addOption(OptionSpec.builder(asked)
                .usageHelp(true)
                .description("prints this")
                .build());
    }

    private static int notUnderstood(ParameterException e, String[] args) {
        CommandSpec benchmark = e.getCommandLine().getCommandSpec();
        e.getCommandLine()
                .getErr()
                .println(benchmark.qualifiedName() + ": " + e.getMessage() + "; --help tells the options");
        return CommandLine.ExitCode.USAGE;
    }

    /** Runs those of JMH. */
    @Command(
            name = OF_JMH,
            description = "outcomes read, checked and written, by JMH; takes JMH's options, -h tells them")
    static void json(@Parameters(arity = "0..*", paramLabel = "OPTION", description = "JMH's") String[] options)
            throws IOException {
        org.openjdk.jmh.Main.main(options);
    }

    /** Without a benchmark: what there is. */
    @Override
    public void run() {
        line.usage(line.getOut());
    }
}
