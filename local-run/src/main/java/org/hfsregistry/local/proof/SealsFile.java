package org.hfsregistry.local.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hfsregistry.local.run.CannotBeDone;
import org.jspecify.annotations.Nullable;

/** A file in which seals were written down: by a command, by hand, or by the registry in its log. */
public record SealsFile(Path path) {

    private static final Pattern SEAL = Pattern.compile(
            "(?<![\\w.-])\\d{1,5} \\d{1,18} [0-9a-f]{64}(?!\\w)|^lost \\d{1,5} \\d{1,18} \\d{1,18}(?!\\w)");

    /** The seals of a file; none where no file is named. */
    public static List<String> sealsOf(@Nullable Path path) {
        return path == null ? List.of() : new SealsFile(path).seals();
    }

    /** The seals of its lines, whatever else stands there, and what they say was lost. @throws CannotBeDone where there is none */
    public List<String> seals() {
        try (Stream<String> lines = Files.lines(path, StandardCharsets.ISO_8859_1)) {
            List<String> seals = lines.map(SEAL::matcher)
                    .filter(Matcher::find)
                    .map(Matcher::group)
                    .distinct()
                    .toList();
            if (seals.isEmpty()) {
                throw new CannotBeDone(
                        path + " has no seals", "Name a file that ./registry verify --write-seals wrote, or a log.");
            }
            return seals;
        } catch (IOException e) {
            throw new CannotBeDone(path + " can't be read: " + e, "Name a file of seals.");
        }
    }

    /** Adds seals at its end. */
    public void add(Instant at, List<String> seals) {
        List<String> lines = Stream.concat(Stream.of("# " + at), seals.stream()).toList();
        try {
            Files.write(path, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new CannotBeDone(path + " can't be written: " + e, "Name another file.");
        }
    }
}
