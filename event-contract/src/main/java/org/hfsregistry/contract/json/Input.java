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

    /** Known while one outcome is read, so that ids that repeat it can be warned of; written nowhere. */
    @Nullable String patientId;

    Input(JsonParser parser, Submission submission) {
        this.parser = parser;
        this.submission = submission;
    }
}
