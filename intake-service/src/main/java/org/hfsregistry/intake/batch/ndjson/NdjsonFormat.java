package org.hfsregistry.intake.batch.ndjson;

import java.io.InputStream;
import java.util.Optional;
import org.hfsregistry.contract.outcome.OutcomeType;
import org.hfsregistry.intake.batch.BatchFormat;
import org.hfsregistry.intake.batch.Rows;
import org.hfsregistry.intake.http.BodyLimits;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** One outcome a line. */
@Component
class NdjsonFormat implements BatchFormat {

    private final BodyLimits limits;

    NdjsonFormat(BodyLimits limits) {
        this.limits = limits;
    }

    @Override
    public String mediaType() {
        return MediaType.APPLICATION_NDJSON_VALUE;
    }

    @Override
    public Rows rows(InputStream body, Optional<OutcomeType> type) {
        return new NdjsonRows(body, limits.outcomeBytes());
    }
}
