package org.hfsregistry.intake.pseudonym.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.hfsregistry.contract.json.PatientIds;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.intake.access.Caller;
import org.hfsregistry.intake.http.BodyLimits;
import org.hfsregistry.intake.http.Parameters;
import org.hfsregistry.intake.http.RefusedRequest;
import org.hfsregistry.intake.http.Uploads;
import org.hfsregistry.intake.pseudonym.Pseudonyms;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells the pseudonyms of patients whom the hospital names by its own ids, as the registry needs them to erase one. */
@RestController
class PseudonymController {

    private static final int MOST = 1000;
    private static final String PATIENT_IDS = "patientIds";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Pseudonyms pseudonyms;
    private final Uploads uploads;
    private final BodyLimits limits;

    PseudonymController(Pseudonyms pseudonyms, Uploads uploads, BodyLimits limits) {
        this.pseudonyms = pseudonyms;
        this.uploads = uploads;
        this.limits = limits;
    }

    @PostMapping(path = "/v1/pseudonyms", consumes = MediaType.APPLICATION_JSON_VALUE)
    RestPseudonyms pseudonyms(@AuthenticationPrincipal Caller caller, HttpServletRequest request) throws IOException {
        Parameters.only(request, List.of());
        PatientIds patients = pseudonyms.ofHospital(caller.hospitalId());
        List<String> made = new ArrayList<>();
        for (JsonNode patientId : patientIds(uploads.of(request).whole(limits.outcomeBytes()))) {
            @Nullable PatientPseudonym pseudonym = patientId.isString() ? patients.pseudonym(patientId.asString()) : null;
            if (pseudonym == null) {
                throw refused("The patientId at place " + (made.size() + 1)
                        + " of the list is none: send a text of 1 to 128" + " characters.");
            }
            made.add(pseudonym.value());
        }
        return new RestPseudonyms(made);
    }

    private static JsonNode patientIds(ByteBuffer body) {
        try {
            JsonNode sent = JSON.readTree(body.array(), body.arrayOffset() + body.position(), body.remaining());
            JsonNode patientIds = sent.path(PATIENT_IDS);
            if (sent.size() != 1 || !patientIds.isArray() || patientIds.isEmpty() || patientIds.size() > MOST) {
                throw refused("The body has to be {\"" + PATIENT_IDS + "\": […]} with 1 to " + MOST + " patient ids.");
            }
            return patientIds;
        } catch (JacksonException malformed) {
            throw refused("The body is not JSON.");
        }
    }

    private static RefusedRequest refused(String detail) {
        return new RefusedRequest(HttpStatus.BAD_REQUEST, "INVALID_PATIENT_IDS", detail);
    }
}
