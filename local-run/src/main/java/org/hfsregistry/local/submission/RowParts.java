package org.hfsregistry.local.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Outcomes in JSON, put together to batches of NDJSON; a row's number is its line in the file, empty ones counted. */
final class RowParts implements Iterator<Part> {

    private final Iterator<String> lines;
    private long taken;

    RowParts(Iterator<String> lines) {
        this.lines = lines;
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
        long before = taken;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (taken - before < Part.MOST_ROWS && body.size() < Part.MOST_BYTES && hasNext()) {
            body.writeBytes(lines.next().getBytes(UTF_8));
            body.write('\n');
            taken++;
        }
        return new Part("application/x-ndjson", body.toString(UTF_8), before);
    }
}
