package org.hfsregistry.benchmarks;

import java.util.Arrays;
import org.hfsregistry.benchmarks.intake.IntakeBenchmark;

/** Runs the benchmark that is named first on the command line. */
public final class Benchmarks {

    private static final String HELP = """
            Usage: java -jar benchmarks/target/benchmarks.jar BENCHMARK [OPTION...]   (in the top folder of the project)

              json               outcomes read, checked and written, by JMH; takes JMH's options
              intake             outcomes submitted to intake against a bare producer, on an embedded broker
            """ + IntakeBenchmark.OPTIONS;

    private Benchmarks() {}

    /** Runs one. */
    public static void main(String[] args) throws Exception {
        String[] options = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        switch (args.length == 0 ? "help" : args[0]) {
            case "json" -> org.openjdk.jmh.Main.main(options);
            case "intake" -> IntakeBenchmark.run(options);
            case "help", "--help", "-h" -> System.out.print(HELP);
            default -> {
                System.err.print("There is no benchmark " + args[0] + "\n" + HELP);
                System.exit(2);
            }
        }
    }
}
