package org.hfsregistry.intake.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.hfsregistry.contract.json.OutcomeJson;
import org.springframework.http.HttpStatus;

/**
 * A request's body as it comes, unzipped where it is zipped.
 *
 * <p>Reading it throws {@link ClientGone} where the connection breaks, {@link UploadTooSlow} where next to nothing comes, and
 * another {@link IOException} where what comes is not gzip.
 */
public final class Upload extends FilterInputStream {

    private final boolean zipped;

    /** A body that is already unzipped where it was zipped. */
    public Upload(InputStream body, boolean zipped) {
        super(body);
        this.zipped = zipped;
    }

    /** Whether it came zipped, so that nobody knows how long it is. */
    public boolean isZipped() {
        return zipped;
    }

    /** All of it, if it is not longer than that and not empty. */
    public ByteBuffer whole(int longest) throws IOException {
        byte[] bytes = first(longest + 1);
        if (bytes.length > longest) {
            throw new RefusedRequest(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "BODY_TOO_LONG",
                    "One outcome has at most %d bytes. Send several as a batch.".formatted(longest));
        }
        if (isBlank(bytes)) {
            throw new RefusedRequest(
                    HttpStatus.BAD_REQUEST, OutcomeJson.MALFORMED_JSON, "The body is empty. Send one JSON object.");
        }
        return ByteBuffer.wrap(bytes);
    }

    /** Its first bytes, no more than so many. */
    public byte[] first(int most) throws IOException {
        try {
            return readNBytes(most);
        } catch (ClientGone | UploadTooSlow e) {
            throw e;
        } catch (IOException e) {
            throw notGzip();
        }
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (Byte.toUnsignedInt(b) > ' ') {
                return false;
            }
        }
        return true;
    }

    static RefusedRequest notGzip() {
        return new RefusedRequest(
                HttpStatus.BAD_REQUEST, "NOT_GZIP", "The body is not gzip, though its Content-Encoding says so.");
    }
}
