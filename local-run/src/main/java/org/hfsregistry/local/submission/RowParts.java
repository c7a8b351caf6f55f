package org.hfsregistry.local.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Outcomes in JSON, put together to batches of NDJSON; a row's number is its place among those that are not empty. */
final class RowParts implements Iterator<Part> {

    private final Iterator<String> rows;
    private String next = "";
    private long taken;

    RowParts(Iterator<String> rows) {
        this.rows = rows;
    }

    @Override
    public boolean hasNext() {
        while (next.isBlank() && rows.hasNext()) {
            next = rows.next();
        }
        return !next.isBlank();
    }

    @Override
    public Part next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        long before = taken;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (taken - before < Part.MOST_ROWS && body.size() < Part.MOST_BYTES && hasNext()) {
            body.writeBytes(next.getBytes(UTF_8));
            body.write('\n');
            next = "";
            taken++;
        }
        return new Part("application/x-ndjson", body.toString(UTF_8), before);
    }
}
