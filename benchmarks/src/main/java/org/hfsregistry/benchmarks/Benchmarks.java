package org.hfsregistry.benchmarks;

import java.util.Arrays;
import org.hfsregistry.benchmarks.analytics.AnalyticsBenchmark;
import org.hfsregistry.benchmarks.intake.IntakeBenchmark;
import org.hfsregistry.benchmarks.lag.LagBenchmark;
import org.hfsregistry.benchmarks.registry.RegistryBenchmark;
import org.hfsregistry.benchmarks.registry.VerifyBenchmark;

/** Runs the benchmark that is named first on the command line. */
public final class Benchmarks {

    private static final String HELP =
            """
            Usage: java -jar benchmarks/target/benchmarks.jar BENCHMARK [OPTION...]   (in the top folder of the project)

              json               outcomes read, checked and written, by JMH; takes JMH's options
              intake             outcomes submitted to intake against a bare producer
            """ + IntakeBenchmark.OPTIONS + """
              registry           outcomes taken in by the registry against bare bulk writes
            """ + RegistryBenchmark.OPTIONS + """
              verify             proving a history, and one four times as long
            """ + VerifyBenchmark.OPTIONS + """
              lag                from posting an outcome to the number that reckons with it
            """
                    + LagBenchmark.OPTIONS + """
              analytics          answers over many treatments in this JVM, beside DuckDB, MongoDB and R
            """ + AnalyticsBenchmark.OPTIONS + """
            On embedded servers in this JVM, or on those that HFS_KAFKA_BOOTSTRAP and HFS_MONGODB_URI name.
            """;

    private Benchmarks() {}

    /** Runs one. */
    public static void main(String[] args) throws Exception {
        String[] options = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        switch (args.length == 0 ? "help" : args[0]) {
            case "json" -> org.openjdk.jmh.Main.main(options);
            case "intake" -> IntakeBenchmark.run(options);
            case "registry" -> RegistryBenchmark.run(options);
            case "verify" -> VerifyBenchmark.run(options);
            case "analytics" -> AnalyticsBenchmark.run(options);
            case "lag" -> LagBenchmark.run(options);
            case "help", "--help", "-h" -> System.out.print(HELP);
            default -> {
                System.err.print("There is no benchmark " + args[0] + "\n" + HELP);
                System.exit(2);
            }
        }
    }
}
