package org.hfsregistry.local.submission;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** Finds where a text is not UTF-8, line by line, since a decoder reads ahead of the line that it fails in. */
final class Utf8 {

    private Utf8() {}

    /** The number of the line, from 1. */
    static long firstLineThatIsNot(InputStream text) throws IOException {
        BufferedReader bytes = new BufferedReader(new InputStreamReader(text, ISO_8859_1));
        long number = 1;
        String line = bytes.readLine();
        while (line != null && isUtf8(line.getBytes(ISO_8859_1))) {
            number++;
            line = bytes.readLine();
        }
        return number;
    }

    private static boolean isUtf8(byte[] line) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
