package org.hfsregistry.registry.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hfsregistry.contract.clinical.Code;

/**
 * A request for records that was answered.
 *
 * @param id sorts as the times do
 * @param clientId which system or person asked
 * @param callerHospital the hospital that it acts for
 * @param hospitalId whose records were asked for; absent where everybody's were
 * @param request method and path, as {@code GET /v1/treatments/{treatmentId}}: which kind of records, and not which ones
 * @param records how many were handed out
 */
public record Access(
        String id,
        Instant at,
        String clientId,
        Optional<String> callerHospital,
        Optional<String> hospitalId,
        String request,
        long records,
        Result result) {

    private static final Pattern ID = Pattern.compile("[0-9]{15,19}-[0-9a-f]{8}-[0-9]{8,19}");

    /** Whether it may be the id of one. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** What became of it. */
    public enum Result implements Code {
        /** It is about to get a long answer. How that ended is another access; where there is none, the service was killed. */
        BEGUN("begun"),
        /** It got what there is. */
        ANSWERED("answered"),
        /** There is no such record of the hospital. */
        NOT_FOUND("not-found"),
        /** The records were another hospital's. */
        REFUSED("refused"),
        /** It got a part, and then the connection or the store failed. */
        BROKEN_OFF("broken-off");

        private final String code;

        Result(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
