package org.hfsregistry.registry.treatment.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import org.hfsregistry.contract.json.DocumentJson;
import org.hfsregistry.registry.treatment.Treatment;

/**
 * A treatment on the wire: the document as the contract writes it.
 *
 * @param json an object
 */
record RestTreatment(@JsonValue @JsonRawValue String json) {
    static RestTreatment of(Treatment treatment) {
        return new RestTreatment(new String(DocumentJson.write(treatment.document()), UTF_8));
    }
}
