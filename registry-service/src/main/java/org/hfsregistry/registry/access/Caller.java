package org.hfsregistry.registry.access;

import java.util.Optional;
import org.hfsregistry.contract.outcome.Outcome;

/**
 * Who asks.
 *
 * @param hospitalId the hospital it acts for
 * @param admin whether it may act for any
 * @param clientId which system or person it is, for the record
 */
public record Caller(Optional<String> hospitalId, boolean admin, String clientId) {

    /**
     * The hospital whose records are asked for.
     *
     * @param asked the hospital that the request names
     * @throws RefusedRequest where the caller may not, or it is not clear which
     */
    public String hospital(Optional<String> asked) {
        String hospital = asked.or(() -> hospitalId)
                .orElseThrow(() -> new RefusedRequest(
                        400,
                        "MISSING_PARAMETER",
                        "The token is of no hospital. Say whose records: ?hospitalId= and the hospital's id."));
        if (!admin && !hospitalId.equals(Optional.of(hospital))) {
            throw new RefusedRequest(
                    403, "OTHER_HOSPITAL", "A hospital reads its own records only. Leave out ?hospitalId=.");
        }
        if (!Outcome.HOSPITAL_ID.matcher(hospital).matches()) {
            throw RefusedRequest.badParameter("hospitalId", "a hospital's id: 1 to 32 letters, digits or . _ -");
        }
        return hospital;
    }

    /** The address at which this caller finds a record of a hospital: who is not of that hospital has to name it. */
    public String address(String path, String hospital) {
        return hospitalId.equals(Optional.of(hospital)) ? path : path + "?hospitalId=" + hospital;
    }

    /**
     * The hospital whose records are asked for; absent where an admin asks for everybody's by naming none.
     *
     * @param asked the hospital that the request names
     * @throws RefusedRequest where the caller may not
     */
    public Optional<String> hospitalOrAll(Optional<String> asked) {
        return admin && asked.or(() -> hospitalId).isEmpty() ? Optional.empty() : Optional.of(hospital(asked));
    }
}
