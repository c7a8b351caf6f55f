package org.hfsregistry.local.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The log of one start of a service.
 *
 * @param file with the log of many starts
 * @param begin where this start begins in it, in bytes
 */
record ServiceLog(Path file, long begin) {

    private static final int MOST_LINES = 25;
    private static final int LINES_WITHOUT_AN_ERROR = 10;

    /** A start of something that failed: an error's line, or the heading of Spring Boot's explanation. */
    private static final Pattern ERROR = Pattern.compile(".*\\bERROR\\b.*|APPLICATION FAILED TO START");

    /** Listed settings, calls of a stack, rulers, and nothing: they hide the line that says what was wrong. */
    private static final Pattern NOISE =
            Pattern.compile("\\s*|\\*+|\\s+[\\w.\\-]+ = .*|\\s+at .*|\\s+\\.\\.\\. \\d+ (more|common frames omitted)");

    /** What is written from now on. */
    static ServiceLog from(Path file) {
        return new ServiceLog(file, sizeOf(file));
    }

    /** How much is written by now, other starts included. */
    long size() {
        return sizeOf(file);
    }

    /** What a person wants to read of a service that ended: from its last error on, or else its last lines. */
    List<String> lastWords() {
        List<String> lines =
                lines().stream().filter(line -> !NOISE.matcher(line).matches()).toList();
        for (int line = lines.size() - 1; line >= 0; line--) {
            if (ERROR.matcher(lines.get(line)).matches()) {
                return lines.subList(line, Math.min(lines.size(), line + MOST_LINES));
            }
        }
        return lines.subList(Math.max(0, lines.size() - LINES_WITHOUT_AN_ERROR), lines.size());
    }

    private List<String> lines() {
        try (InputStream bytes = Files.newInputStream(file)) {
            bytes.skipNBytes(begin);
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long sizeOf(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
