package org.hfsregistry.intake.batch;

import java.nio.ByteBuffer;
import java.util.function.UnaryOperator;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.json.OutcomeReading;

/** One outcome of a batch as it came. */
public sealed interface Row {

    /** Where it stands in what was sent: the number of its line, so that an editor finds it, or of its element. */
    long number();

    /**
     * One outcome in JSON; the bytes are those of the reader, and are good until the next row.
     *
     * @param retold says in the words of the row's own format what was read of the JSON that was made of it; good until the
     *     next row too
     */
    record Json(long number, ByteBuffer bytes, UnaryOperator<OutcomeReading> retold) implements Row {

        /** Of what came as JSON. */
        public Json(long number, ByteBuffer bytes) {
            this(number, bytes, UnaryOperator.identity());
        }
    }

    /** A row that can't even be told from its neighbours, or is too long to be one. */
    record Unreadable(long number, Fault fault) implements Row {}
}
