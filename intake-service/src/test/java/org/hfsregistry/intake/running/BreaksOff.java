package org.hfsregistry.intake.running;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;

/** A body that can't be read on. */
public final class BreaksOff extends InputStream {

    private final IOException why;

    private BreaksOff(IOException why) {
        this.why = why;
    }

    /** After this text, for this reason. */
    public static InputStream after(String text, IOException why) {
        return new SequenceInputStream(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), new BreaksOff(why));
    }

    @Override
    public int read() throws IOException {
        throw why;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        throw why;
    }
}
