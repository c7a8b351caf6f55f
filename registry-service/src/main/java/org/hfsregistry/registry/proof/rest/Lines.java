package org.hfsregistry.registry.proof.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.hfsregistry.registry.proof.Account;
import org.hfsregistry.registry.proof.Finding;
import org.hfsregistry.registry.proof.Witness;
import tools.jackson.databind.json.JsonMapper;

/** Tells of a proof line by line, each as soon as there is something to tell. */
final class Lines implements Witness {

    private static final Duration BETWEEN_PROGRESS = Duration.ofSeconds(1);

    private final OutputStream out;
    private final JsonMapper json;
    private final Clock clock;
    private Instant nextProgress;
    private long found;

    Lines(OutputStream out, JsonMapper json, Clock clock) {
        this.out = out;
        this.json = json;
        this.clock = clock;
        this.nextProgress = clock.instant();
    }

    /** How many findings were told. */
    long found() {
        return found;
    }

    @Override
    public void found(Finding finding) {
        found++;
        write(RestLine.of(finding));
    }

    @Override
    public void reached(Account account) {
        Instant now = clock.instant();
        if (!now.isBefore(nextProgress)) {
            nextProgress = now.plus(BETWEEN_PROGRESS);
            write(RestLine.progress(account));
        }
    }

    void write(RestLine line) {
        try {
            out.write(json.writeValueAsBytes(line));
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("nobody listens any more", e);
        }
    }
}
