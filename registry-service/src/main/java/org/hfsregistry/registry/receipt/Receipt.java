package org.hfsregistry.registry.receipt;

import java.time.Instant;
import java.util.Optional;
import org.hfsregistry.contract.clinical.Code;
import org.hfsregistry.contract.registered.Position;

/**
 * What became of the last arrival of an outcome.
 *
 * @param revision the revision that arrived; absent where it could not be read
 * @param reason in words, where it was not simply registered
 */
public record Receipt(
        Optional<Integer> revision,
        Status status,
        Optional<String> reason,
        Position position,
        Instant submittedAt,
        Instant registeredAt) {

    /** The same receipt of an outcome that was retracted since. */
    Receipt retracted(Retracted retracted) {
        return new Receipt(
                revision,
                Status.RETRACTED,
                Optional.of("retracted by " + retracted.by()),
                position,
                submittedAt,
                registeredAt);
    }

    /** In one word. */
    public enum Status implements Code {
        REGISTERED("registered"),
        DUPLICATE("duplicate"),
        QUARANTINED("quarantined"),
        RETRACTED("retracted");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
