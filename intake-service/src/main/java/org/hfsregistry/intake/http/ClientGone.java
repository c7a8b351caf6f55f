package org.hfsregistry.intake.submission.rest;

import java.io.IOException;

/** Nothing comes from the client any more, though it has not sent everything. */
final class ClientGone extends IOException {

    ClientGone(IOException why) {
        super(why);
    }
}
