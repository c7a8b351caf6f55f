package org.hfsregistry.intake.batch.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.hfsregistry.contract.outcome.OutcomeType;
import org.hfsregistry.intake.batch.BatchFormat;
import org.hfsregistry.intake.batch.Rows;
import org.hfsregistry.intake.http.BodyLimits;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** One array of outcomes. */
@Component
class JsonArrayFormat implements BatchFormat {

    private final BodyLimits limits;

    JsonArrayFormat(BodyLimits limits) {
        this.limits = limits;
    }

    @Override
    public String mediaType() {
        return MediaType.APPLICATION_JSON_VALUE;
    }

    @Override
    public Rows rows(InputStream body, Optional<OutcomeType> type) throws IOException {
        return new JsonArrayRows(body, limits.outcomeBytes());
    }
}
