package org.hfsregistry.local.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.hfsregistry.local.run.CannotBeDone;

/** The lines of a table, put together to tables with the same header; a row's number is that of its line in the file. */
final class TableParts implements Iterator<Part> {

    private final Iterator<String> lines;
    private final byte[] header;
    private final long headerLines;
    private long read;

    TableParts(Iterator<String> lines) {
        this.lines = lines;
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        while (first.toString(UTF_8).isBlank() && lines.hasNext()) {
            record(first);
        }
        this.header = first.toByteArray();
        this.headerLines = read;
    }

    @Override
    public boolean hasNext() {
        return lines.hasNext();
    }

    @Override
    public Part next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        long before = read;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(header);
        for (int records = 0; records < Part.MOST_ROWS && body.size() < Part.MOST_BYTES && hasNext(); records++) {
            record(body);
        }
        return new Part("text/csv", body.toString(UTF_8), before - headerLines);
    }

    /** Adds a line, and those after it as long as a double quote is open. */
    private void record(ByteArrayOutputStream into) {
        long begin = read + 1;
        int sizeBefore = into.size();
        boolean open = false;
        do {
            String line = lines.next();
            read++;
            open ^= line.chars().filter(c -> c == '"').count() % 2 == 1;
            into.writeBytes(line.getBytes(UTF_8));
            into.write('\n');
            if (into.size() - sizeBefore > Part.MOST_BYTES) {
                throw new CannotBeDone(
                        "A double quote is opened in line " + begin + " and not closed",
                        "Close it and send the file again: repeats count once.");
            }
        } while (open && lines.hasNext());
    }
}
