package org.hfsregistry.analytics.change;

import java.io.IOException;

/** The way to somebody who listens. Each method may take as long as the reader does, and throws when nobody reads any more. */
public interface Listener {

    /** Tells what has changed. */
    void tell(Told told) throws IOException;

    /** Shows that the line still stands. */
    void beat() throws IOException;

    /** Hangs up. */
    void end();
}
