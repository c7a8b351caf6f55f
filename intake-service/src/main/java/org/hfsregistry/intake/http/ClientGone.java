package org.hfsregistry.intake.http;

import java.io.IOException;

/** Nothing comes from the client any more, though it has not sent everything. */
public final class ClientGone extends IOException {

    /** Tells of the connection that it was. */
    public ClientGone(IOException why) {
        super(why);
    }
}
