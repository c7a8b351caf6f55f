package org.hfsregistry.intake.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.hfsregistry.contract.json.OutcomeJson;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * A request's body as it comes, unzipped where it is zipped.
 *
 * <p>Reading it throws {@link ClientGone} where the connection breaks, and another {@link IOException} where what comes is
 * not gzip.
 */
public final class Upload extends FilterInputStream {

    private static final int GZIP_BUFFER = 65_536;

    private final boolean zipped;

    /** A body that is already unzipped where it was zipped. */
    public Upload(InputStream body, boolean zipped) {
        super(body);
        this.zipped = zipped;
    }

    /** The body of a request. */
    public static Upload of(HttpServletRequest request) throws IOException {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        InputStream body = new Connection(request.getInputStream());
        return switch (encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT)) {
            case "identity" -> new Upload(body, false);
            case "gzip", "x-gzip" -> new Upload(unzipped(body), true);
            default ->
                throw new RefusedRequest(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "UNSUPPORTED_ENCODING",
                        "The body's Content-Encoding is not known. Send it as it is, or as gzip.");
        };
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
        } catch (ClientGone e) {
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

    private static InputStream unzipped(InputStream body) throws IOException {
        try {
            return new GZIPInputStream(body, GZIP_BUFFER);
        } catch (ClientGone e) {
            throw e;
        } catch (IOException e) {
            throw notGzip();
        }
    }

    private static RefusedRequest notGzip() {
        return new RefusedRequest(
                HttpStatus.BAD_REQUEST, "NOT_GZIP", "The body is not gzip, though its Content-Encoding says so.");
    }

    /** Tells a broken connection from broken content. */
    private static final class Connection extends FilterInputStream {

        Connection(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException e) {
                throw new ClientGone(e);
            }
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return super.read(bytes, offset, length);
            } catch (IOException e) {
                throw new ClientGone(e);
            }
        }
    }
}
