package org.hfsregistry.registry.export.rest;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.hfsregistry.contract.json.OutcomeJson;
import org.hfsregistry.contract.outcome.Outcome;

/** A line an outcome, as the contract writes it. */
final class NdjsonRows implements Rows {

    private final BufferedOutputStream out;

    NdjsonRows(OutputStream out) {
        this.out = new BufferedOutputStream(out);
    }

    @Override
    public void begin() {
        // Lines need no header.
    }

    @Override
    public void add(Outcome outcome) throws IOException {
        out.write(OutcomeJson.write(outcome));
        out.write('\n');
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
