package org.hfsregistry.local.submission;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.hfsregistry.local.run.CannotBeDone;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A file of outcomes, one a line. */
public record OutcomeFile(Path path) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * Looks at the file's name and first row.
     *
     * @throws CannotBeDone if they are of another format
     */
    public void requireNdjson() {
        String first = firstRow();
        boolean csv = path.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        if (csv || first.startsWith("[")) {
            throw new CannotBeDone(
                    "%s is %s, which can't be submitted yet".formatted(path, csv ? "CSV" : "a JSON array"),
                    "Write one outcome a line as JSON (NDJSON).");
        }
    }

    /**
     * The hospital that the first row names.
     *
     * @throws CannotBeDone if it names none
     */
    public String hospitalOfFirstRow() {
        Optional<String> hospital;
        try {
            hospital = Optional.ofNullable(
                    JsonMapper.shared().readTree(firstRow()).path("hospitalId").asString(null));
        } catch (JacksonException notJson) {
            hospital = Optional.empty();
        }
        return hospital.orElseThrow(() -> new CannotBeDone(
                "The first row of " + path + " names no hospitalId", "Name the hospital with --hospital ID."));
    }

    /** All rows, read as they are asked for. */
    public Rows rows() {
        try {
            return new Rows(path, Files.size(path), Files.newBufferedReader(path));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private String firstRow() {
        try (Rows rows = rows()) {
            while (rows.hasNext()) {
                String row = rows.next().strip();
                if (!row.isEmpty()) {
                    return row.startsWith(BYTE_ORDER_MARK) ? row.substring(1) : row;
                }
            }
            return "";
        }
    }

    private static CannotBeDone unreadable(Path path, IOException e) {
        return e instanceof CharacterCodingException
                ? new CannotBeDone(path + " is not UTF-8", "Write it in UTF-8.")
                : new CannotBeDone("%s can't be read: %s".formatted(path, e), "Name a file that is there.");
    }

    /** The lines of the file, empty ones too, in constant memory. */
    public static final class Rows implements Iterator<String>, AutoCloseable {

        private final Path path;
        private final long size;
        private final BufferedReader reader;
        private long read;
        private @Nullable String next;

        private Rows(Path path, long size, BufferedReader reader) {
            this.path = path;
            this.size = size;
            this.reader = reader;
            this.next = line();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public String next() {
            String row = next;
            if (row == null) {
                throw new NoSuchElementException();
            }
            read += row.getBytes(StandardCharsets.UTF_8).length + 1;
            next = line();
            return row;
        }

        /** How much of the file is read, 0 to 1. */
        public double readPart() {
            return size == 0 ? 1 : Math.min(1, (double) read / size);
        }

        @Override
        public void close() {
            try {
                reader.close();
            } catch (IOException e) {
                throw unreadable(path, e);
            }
        }

        private @Nullable String line() {
            try {
                return reader.readLine();
            } catch (IOException e) {
                throw unreadable(path, e);
            }
        }
    }
}
