package org.hfsregistry.intake.batch;

import java.nio.ByteBuffer;
import org.hfsregistry.contract.clinical.Fault;

/** One outcome of a batch as it came. */
public sealed interface Row {

    /** Where it stands in what was sent: the number of its line, so that an editor finds it. */
    long number();

    /** One outcome in JSON; the bytes are those of the reader, and are good until the next row. */
    record Json(long number, ByteBuffer bytes) implements Row {}

    /** A row that can't even be told from its neighbours, or is too long to be one. */
    record Unreadable(long number, Fault fault) implements Row {}
}
