package org.hfsregistry.intake.http;

import java.io.IOException;
import org.hfsregistry.contract.clinical.Fault;

/** So little comes from the client, for so long, that nobody waits for the rest. */
public final class UploadTooSlow extends IOException {

    /** What the client is told, wherever it is told it. */
    public static final Fault FAULT = new Fault(
            "UPLOAD_TOO_SLOW",
            "",
            null,
            "the body came too slowly, and was not waited for any longer",
            "send it again over a faster connection, zipped or in parts: what was accepted counts once");

    UploadTooSlow() {
        super(FAULT.message());
    }
}
