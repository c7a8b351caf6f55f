package org.hfsregistry.benchmarks.soak;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What the command line says. */
final class Options {

    static final int SECONDS_OF_A_MINUTE = 60;

    @Option(names = "--rate", paramLabel = "N", description = "outcomes posted a second")
    int rate = 1000;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            converter = Minutes.class,
            description = "3 to 50, of which the first fifth warms")
    int minutes = 10;

    @Option(names = "--rows", paramLabel = "N", description = "of a request: 1 for single posts, or batches of so many")
    int rows = 20;

    @Option(names = "--connections", paramLabel = "N", description = "over which outcomes are posted")
    int connections = 16;

    @Option(names = "--hospitals", paramLabel = "N", description = "that post")
    int hospitals = 16;

    @Option(names = "--listeners", paramLabel = "N", description = "on /v1/changes")
    int listeners = 50;

    @Option(names = "--pages", paramLabel = "N", description = "of analytics asked for a second")
    int pages = 5;

    @Option(names = "--heap", paramLabel = "SIZE", description = "of each service")
    String heap = "512m";

    /** One to warm and two of which memory is compared at least; a token is valid for an hour. */
    static final class Minutes implements ITypeConverter<Integer> {
        private static final int FEWEST = 3;
        private static final int MOST = 50;

        @Override
        public Integer convert(String given) {
            int minutes = Integer.parseInt(given);
            if (minutes < FEWEST || minutes > MOST) {
                throw new TypeConversionException("%s and not %d to %d".formatted(given, FEWEST, MOST));
            }
            return minutes;
        }
    }

    /** In whole requests. */
    int outcomes() {
        return minutes * outcomesOfAMinute();
    }

    int outcomesOfAMinute() {
        return rate * SECONDS_OF_A_MINUTE / rows * rows;
    }
}
