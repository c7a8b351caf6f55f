package org.hfsregistry.registry.history;

import java.util.Optional;
import org.hfsregistry.contract.registered.Position;

/**
 * An entry of the history in a few bytes, by which it is known again.
 *
 * @param hospitalId whose it says it is; absent where that could not be read when it came
 * @param treatmentId the treatment that it names, if it names one
 * @param erasedBy the erasure that it says it was redacted by
 * @param contentHash SHA-256 of all that it says, in hexadecimal digits; of a redacted one, of all that it said before
 */
public record Fingerprint(
        Position position,
        Optional<String> hospitalId,
        Optional<String> treatmentId,
        Optional<Position> erasedBy,
        String contentHash) {}
