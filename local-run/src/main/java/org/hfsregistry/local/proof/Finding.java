package org.hfsregistry.local.proof;

import tools.jackson.databind.JsonNode;

/**
 * Something that is wrong with the record.
 *
 * @param what in a word, as the registry's interface has it
 * @param where the hospital and its treatment, as far as they are known
 * @param position partition and offset of the entry of the history; empty where it is about none
 */
public record Finding(String what, String where, String position, String message) {

    static Finding read(JsonNode finding) {
        String hospital = finding.path("hospitalId").asString("");
        String treatment = finding.path("treatmentId").asString("");
        return new Finding(
                finding.path("what").asString(),
                treatment.isEmpty() ? hospital : hospital + "/" + treatment,
                finding.has("partition")
                        ? finding.path("partition").asInt() + "@"
                                + finding.path("offset").asLong()
                        : "",
                finding.path("message").asString());
    }
}
