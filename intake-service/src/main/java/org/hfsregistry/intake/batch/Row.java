package org.hfsregistry.intake.submission;

import java.nio.ByteBuffer;
import org.hfsregistry.contract.clinical.Fault;

/** One outcome of a batch as it came. */
public sealed interface Row {

    /** One outcome in JSON; the bytes are those of the reader, and are good until the next row. */
    record Json(ByteBuffer bytes) implements Row {}

    /** A row that can't even be told from its neighbours, or is too long to be one. */
    record Unreadable(Fault fault) implements Row {}
}
