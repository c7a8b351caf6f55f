package org.hfsregistry.local.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.hfsregistry.local.run.CannotBeDone;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.json.JsonMapper;

/** A file of outcomes, one a line, gzip or not. */
public record OutcomeFile(Path path) {

    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * Looks at the file's name and first row.
     *
     * @throws CannotBeDone if they are of another format
     */
    public void requireNdjson() {
        List<String> first = firstRows();
        boolean csv = path.toString()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("\\.gz$", "")
                .endsWith(".csv");
        if (csv || first.stream().findFirst().filter(row -> row.startsWith("[")).isPresent()) {
            throw new CannotBeDone(
                    "%s is %s, which can't be submitted yet".formatted(path, csv ? "CSV" : "a JSON array"),
                    "Write one outcome a line as JSON (NDJSON).");
        }
        if (first.size() > 1 && endsTooEarly(first.get(0)) && !first.get(1).startsWith("{")) {
            throw new CannotBeDone(
                    path + " has an outcome that goes over several lines",
                    "Write each on one line; for example: jq -c . %s > one-a-line.ndjson".formatted(path));
        }
    }

    private static boolean endsTooEarly(String row) {
        try {
            JsonMapper.shared().readTree(row);
            return false;
        } catch (UnexpectedEndOfInputException goesOn) {
            return true;
        } catch (JacksonException wrong) {
            return false;
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
            hospital = Optional.ofNullable(JsonMapper.shared()
                    .readTree(firstRows().stream().findFirst().orElse(""))
                    .path("hospitalId")
                    .asString(null));
        } catch (JacksonException notJson) {
            hospital = Optional.empty();
        }
        return hospital.orElseThrow(() -> new CannotBeDone(
                "The first row of " + path + " names no hospitalId", "Name the hospital with --hospital ID."));
    }

    /** All rows, read as they are asked for. */
    public Rows rows() {
        try {
            SeekableByteChannel file = Files.newByteChannel(path);
            return new Rows(path, file, new BufferedReader(new InputStreamReader(unpacked(file), UTF_8.newDecoder())));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static InputStream unpacked(SeekableByteChannel file) throws IOException {
        InputStream bytes = new BufferedInputStream(Channels.newInputStream(file));
        bytes.mark(GZIP.length);
        boolean packed = Arrays.equals(bytes.readNBytes(GZIP.length), GZIP);
        bytes.reset();
        return packed ? new GZIPInputStream(bytes) : bytes;
    }

    /** The first two that are not empty, where there are as many. */
    private List<String> firstRows() {
        try (Rows rows = rows()) {
            List<String> first = new ArrayList<>();
            while (rows.hasNext() && first.size() < 2) {
                String row = rows.next().strip();
                if (!row.isEmpty()) {
                    first.add(row.startsWith(BYTE_ORDER_MARK) ? row.substring(1) : row);
                }
            }
            return first;
        }
    }

    private static CannotBeDone unreadable(Path path, IOException e) {
        return switch (e) {
            case CharacterCodingException notText ->
                new CannotBeDone(path + " is not UTF-8", "Write it in UTF-8, as it is or packed with gzip.");
            case NoSuchFileException none ->
                new CannotBeDone("no such file: " + path, "Name a file with one outcome a line.");
            case AccessDeniedException refused ->
                new CannotBeDone("no right to read " + path, "Give yourself the right, or name another file.");
            default -> new CannotBeDone("%s can't be read: %s".formatted(path, e.getMessage()), "Name another file.");
        };
    }

    /** The lines of the file, empty ones too, in constant memory. */
    public static final class Rows implements Iterator<String>, AutoCloseable {

        private final Path path;
        private final SeekableByteChannel file;
        private final BufferedReader reader;
        private @Nullable String next;

        private Rows(Path path, SeekableByteChannel file, BufferedReader reader) {
            this.path = path;
            this.file = file;
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
            next = line();
            return row;
        }

        /** How much of the file is read, 0 to 1. */
        public double readPart() {
            try {
                return file.size() == 0 ? 1 : (double) file.position() / file.size();
            } catch (IOException e) {
                throw unreadable(path, e);
            }
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
