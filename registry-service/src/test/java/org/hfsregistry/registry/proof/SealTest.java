package org.hfsregistry.registry.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final Instant AT = Instant.parse("2025-03-01T00:00:00.120Z");
    private static final Seal.Entry FIRST = new Seal.Entry(5, "a".repeat(64));
    private static final Seal.Entry SECOND = new Seal.Entry(7, "b".repeat(64));
    private static final Seal SEAL = Seal.of(3, 2, 5, 8, List.of(FIRST, SECOND), "c".repeat(64), AT);

    /** Another program reckons the same of the same lines. */
    @Test
    void its_hash_is_that_of_the_documented_lines() throws NoSuchAlgorithmException {
        String lines = """
                hfs-seal/1
                3 2 5 8 2025-03-01T00:00:00.120Z
                cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc
                5 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                7 bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
                """;

        assertThat(SEAL.hash())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(lines.getBytes(UTF_8))));
    }

    @Test
    void every_field_of_it_is_hashed() {
        assertThat(SEAL.isIntact()).isTrue();
        List<Seal.Entry> entries = SEAL.entries();
        String previous = SEAL.previous();
        Stream.of(
                        new Seal(4, 2, 5, 8, entries, previous, AT, SEAL.hash()),
                        new Seal(3, 1, 5, 8, entries, previous, AT, SEAL.hash()),
                        new Seal(3, 2, 4, 8, entries, previous, AT, SEAL.hash()),
                        new Seal(3, 2, 5, 9, entries, previous, AT, SEAL.hash()),
                        new Seal(3, 2, 5, 8, List.of(FIRST), previous, AT, SEAL.hash()),
                        new Seal(3, 2, 5, 8, List.of(SECOND, FIRST), previous, AT, SEAL.hash()),
                        new Seal(3, 2, 5, 8, entries, "d".repeat(64), AT, SEAL.hash()),
                        new Seal(3, 2, 5, 8, entries, previous, AT.plusMillis(1), SEAL.hash()))
                .forEach(altered ->
                        assertThat(altered.isIntact()).as("%s", altered).isFalse());
    }

    @Test
    void what_is_written_down_of_it_is_read_again() {
        assertThat(Head.read(" " + SEAL.head() + "\n")).isEqualTo(SEAL.head());
        Stream.of("", "3 2", "3 2 " + "g".repeat(64), "x 2 " + SEAL.hash(), "3 2 " + SEAL.hash() + " more")
                .forEach(line -> assertThatIllegalArgumentException().isThrownBy(() -> Head.read(line)));
    }
}
