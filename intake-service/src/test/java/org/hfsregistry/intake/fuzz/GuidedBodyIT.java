package org.hfsregistry.intake.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bodies that are led by which of intake's branches they reach. Run as a test of the others it goes through the inputs that
 * are kept beside it; the build's own execution of it looks for new ones, for {@code -Dfuzz.duration=…}.
 */
class GuidedBodyIT {

    private static final int HEAD = 2;
    private static final int ZIPPED = 1;
    private static final int DRY_RUN = 2;

    @SuppressWarnings("NullAway.Init")
    private static Accounts accounts;

    @BeforeAll
    static void start() {
        accounts = new Accounts("guided.");
    }

    @AfterAll
    static void stop() {
        accounts.close();
    }

    static Stream<byte[]> valid() {
        return Way.ALL.stream()
                .flatMap(way -> way.valid().stream().map(body -> Way.ALL.indexOf(way) + "0" + body))
                .map(input -> input.getBytes(ISO_8859_1));
    }

    /** The first byte says by which way, a digit; the second whether zipped or a dry run, a digit too; the rest is sent. */
    @MethodSource("valid")
    @FuzzTest(maxDuration = "20s")
    void every_answer_adds_up(byte[] input) {
        if (input.length < HEAD) {
            return;
        }
        Way way = Way.ALL.get(Math.floorMod(input[0] - '0', Way.ALL.size()));
        int flags = input[1] - '0';
        String body = new String(input, HEAD, input.length - HEAD, ISO_8859_1);
        accounts.hold(new Sent(way, way.contentType(), (flags & ZIPPED) != 0, (flags & DRY_RUN) != 0, body));
    }
}
