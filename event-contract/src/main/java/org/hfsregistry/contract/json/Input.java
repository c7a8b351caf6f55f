package org.hfsregistry.contract.json;

import org.hfsregistry.contract.clinical.Faults;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** A text on its way to a record: where the reader stands, and what it noted besides the record's own values. */
final class Input {

    final JsonParser parser;
    final Submission submission;
    final Faults warnings = new Faults();

    /** For the answer about a row that can't be read. */
    @Nullable String outcomeId;

    final RawPatientId patient = new RawPatientId();

    Input(JsonParser parser, Submission submission) {
        this.parser = parser;
        this.submission = submission;
    }
}
