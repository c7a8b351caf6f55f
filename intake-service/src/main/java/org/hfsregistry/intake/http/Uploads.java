package org.hfsregistry.intake.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.AssertTrue;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/** Begins to read the bodies of requests, which may be zipped, and may be slow within a limit. */
@Component
public class Uploads {

    private static final int GZIP_BUFFER = 65_536;
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};

    private final Pace pace;

    Uploads(Pace pace) {
        this.pace = pace;
    }

    /**
     * How slowly a body may come.
     *
     * @param patience how much longer than at the least pace is waited for it
     * @param leastPerSecond what has to come in a second of waiting
     */
    @Validated
    @ConfigurationProperties("hfs.intake.upload")
    record Pace(Duration patience, DataSize leastPerSecond) {

        @AssertTrue(message = "patience and least-per-second must be more than nothing") boolean isSomething() {
            return patience.isPositive() && leastPerSecond.toBytes() > 0;
        }

        long nanosOfAByte() {
            return TimeUnit.SECONDS.toNanos(1) / leastPerSecond.toBytes();
        }
    }

    /** The body of a request, of which the first bytes are awaited. */
    public Upload of(HttpServletRequest request) throws IOException {
        InputStream body = new ArrivingBytes(
                request.getInputStream(), pace, System::nanoTime, () -> UnreadBodies.answerTimeout(request));
        String encoding = String.join(",", Collections.list(request.getHeaders(HttpHeaders.CONTENT_ENCODING)));
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" ->
                begun(
                        body,
                        false,
                        "The body is gzip, and its headers do not say so. Send it with the header Content-Encoding:"
                                + " gzip.");
            case "gzip", "x-gzip" -> begun(unzipped(body), true, "The body is gzip within gzip. Zip it once.");
            default ->
                throw new RefusedRequest(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "UNSUPPORTED_ENCODING",
                        "The body's Content-Encoding is not known. Send it as it is, or as gzip.");
        };
    }

    private static Upload begun(InputStream body, boolean zipped, String ifStillZipped) throws IOException {
        byte[] first = new Upload(body, zipped).first(GZIP.length);
        if (Arrays.equals(first, GZIP)) {
            throw new RefusedRequest(HttpStatus.BAD_REQUEST, "UNTOLD_GZIP", ifStillZipped);
        }
        PushbackInputStream whole = new PushbackInputStream(body, GZIP.length);
        whole.unread(first);
        return new Upload(whole, zipped);
    }

    private static InputStream unzipped(InputStream body) throws IOException {
        try {
            return new GZIPInputStream(body, GZIP_BUFFER);
        } catch (ClientGone | UploadTooSlow e) {
            throw e;
        } catch (IOException e) {
            throw Upload.notGzip();
        }
    }
}
