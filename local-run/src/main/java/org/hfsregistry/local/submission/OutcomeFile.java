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
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.hfsregistry.local.run.CannotBeDone;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A file of outcomes: one a line in JSON, a JSON array or a table, gzip or not. */
public record OutcomeFile(Path path) {

    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final JsonMapper ONE_OF_MANY = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** How outcomes are written in a file. */
    public enum Format {
        NDJSON,
        ARRAY,
        TABLE
    }

    /**
     * By the first row, and by the file's name where that does not tell.
     *
     * @throws CannotBeDone if it is none of them
     */
    public Format format() {
        List<String> first = firstLines();
        String begin = first.isEmpty() ? "" : first.getFirst();
        if (begin.startsWith("[")) {
            return Format.ARRAY;
        }
        String name = path.toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        boolean json = begin.startsWith("{") || begin.isEmpty() || name.endsWith(".json") || name.endsWith(".ndjson");
        if (!json || name.endsWith(".csv")) {
            return Format.TABLE;
        }
        if (first.size() > 1 && endsTooEarly(begin) && !first.get(1).startsWith("{")) {
            throw new CannotBeDone(
                    path + " has an outcome that goes over several lines",
                    "Write each on one line; for example: jq -c . %s > one-a-line.ndjson".formatted(path));
        }
        return Format.NDJSON;
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
     * The hospital that the first row names; a table's is not looked for.
     *
     * @throws CannotBeDone if it names none
     */
    public String hospitalOfFirstRow() {
        Optional<String> hospital = Optional.empty();
        if (format() != Format.TABLE) {
            try (Rows rows = rows()) {
                hospital = firstOf(rows, 1).stream().findFirst().flatMap(OutcomeFile::hospital);
            }
        }
        return hospital.orElseThrow(() -> new CannotBeDone(
                "The first row of " + path + " names no hospitalId", "Name the hospital with --hospital ID."));
    }

    private static Optional<String> hospital(String row) {
        try {
            return Optional.ofNullable(
                    JsonMapper.shared().readTree(row).path("hospitalId").asString(null));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** All rows, read as they are asked for: the elements of an array, else the lines. */
    public Rows rows() {
        return format() == Format.ARRAY ? opened(Elements::new) : opened(Lines::new);
    }

    private Rows opened(Function<InputStream, Source> source) {
        try {
            SeekableByteChannel file = Files.newByteChannel(path);
            return new Rows(path, file, source.apply(unpacked(file)));
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

    private List<String> firstLines() {
        try (Rows lines = opened(Lines::new)) {
            return firstOf(lines, 2);
        }
    }

    /** The first ones that are not empty, where there are as many. */
    private static List<String> firstOf(Rows rows, int count) {
        List<String> first = new ArrayList<>();
        while (first.size() < count && rows.hasNext()) {
            String row = rows.next().strip();
            if (!row.isEmpty()) {
                first.add(row.startsWith(BYTE_ORDER_MARK) ? row.substring(1) : row);
            }
        }
        return first;
    }

    private static CannotBeDone unreadable(Path path, IOException e) {
        return switch (e) {
            case CharacterCodingException notText ->
                new CannotBeDone(
                        path + " is not UTF-8 in line " + firstLineNotUtf8(path),
                        "Save it as UTF-8 (in Excel: CSV UTF-8) and send it again: repeats count once.");
            case NoSuchFileException none -> new CannotBeDone("no such file: " + path, "Name a file of outcomes.");
            case AccessDeniedException refused ->
                new CannotBeDone("no right to read " + path, "Give yourself the right, or name another file.");
            default -> new CannotBeDone("%s can't be read: %s".formatted(path, e.getMessage()), "Name another file.");
        };
    }

    private static long firstLineNotUtf8(Path path) {
        try (SeekableByteChannel file = Files.newByteChannel(path)) {
            return Utf8.firstLineThatIsNot(unpacked(file));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** Where rows come from, one after the other. */
    private interface Source extends AutoCloseable {

        /** The next one; null at the end. */
        @Nullable String next() throws IOException;

        @Override
        void close() throws IOException;
    }

    private record Lines(BufferedReader reader) implements Source {

        Lines(InputStream bytes) {
            this(new BufferedReader(new InputStreamReader(bytes, UTF_8.newDecoder())));
        }

        @Override
        public @Nullable String next() throws IOException {
            return reader.readLine();
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }

    private record Elements(JsonParser array) implements Source {

        Elements(InputStream bytes) {
            this(JsonMapper.shared().createParser(bytes));
            array.nextToken();
        }

        @Override
        public @Nullable String next() {
            JsonToken token = array.nextToken();
            return token == null || token == JsonToken.END_ARRAY
                    ? null
                    : ONE_OF_MANY.readTree(array).toString();
        }

        @Override
        public void close() {
            array.close();
        }
    }

    /** The rows of the file, empty ones too, in constant memory. */
    public static final class Rows implements Iterator<String>, AutoCloseable {

        private final Path path;
        private final SeekableByteChannel file;
        private final Source source;
        private @Nullable String next;
        private boolean ended;

        private Rows(Path path, SeekableByteChannel file, Source source) {
            this.path = path;
            this.file = file;
            this.source = source;
            this.ended = !hasNext();
        }

        @Override
        public boolean hasNext() {
            if (next == null && !ended) {
                next = read();
                ended = next == null;
            }
            return next != null;
        }

        @Override
        public String next() {
            String row = hasNext() ? next : null;
            if (row == null) {
                throw new NoSuchElementException();
            }
            next = null;
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
                source.close();
            } catch (IOException e) {
                throw unreadable(path, e);
            }
        }

        private @Nullable String read() {
            try {
                return source.next();
            } catch (JacksonIOException e) {
                throw unreadable(path, new IOException(e.getMessage(), e));
            } catch (JacksonException e) {
                throw new CannotBeDone(
                        "%s is not JSON from line %d on"
                                .formatted(path, e.getLocation().getLineNr()),
                        "Mend it there, and send the file again: repeats count once.");
            } catch (IOException e) {
                throw unreadable(path, e);
            }
        }
    }
}
