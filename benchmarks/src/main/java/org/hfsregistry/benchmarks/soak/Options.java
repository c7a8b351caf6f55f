package org.hfsregistry.benchmarks.soak;

import org.hfsregistry.benchmarks.options.SteadyPosts;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What the command line says. */
final class Options {

    private static final int SECONDS_OF_A_MINUTE = 60;

    /** Twenty a request: what posts one by one is measured by {@code lag}. */
    @Mixin
    final SteadyPosts posts = new SteadyPosts(20);

    @Option(
            names = "--minutes",
            paramLabel = "N",
            converter = Minutes.class,
            description = "3 to 50, of which the first fifth warms")
    int minutes = 10;

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
        return posts.outcomesOf(SECONDS_OF_A_MINUTE);
    }
}
