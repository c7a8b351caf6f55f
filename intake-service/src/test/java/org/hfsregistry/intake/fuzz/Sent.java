package org.hfsregistry.intake.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.zip.GZIPOutputStream;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.intake.running.RunningIntake;

/**
 * One request.
 *
 * @param zipped whether it is said to be gzip, and is
 * @param body each character is a byte
 */
record Sent(Way way, String contentType, boolean zipped, boolean dryRun, String body) {

    private static final int MOST_SHOWN = 2000;

    HttpRequest.Builder to(RunningIntake intake) {
        String parameters = "?dryRun=" + dryRun + (way.isBatch() ? "&rows=all" : "");
        HttpRequest.Builder request = intake.request(
                        way.path() + parameters, intake.tokens().hospital(Examples.HOSPITAL))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(zipped ? gzip() : bytes()));
        return zipped ? request.header("Content-Encoding", "gzip") : request;
    }

    /** No row has a higher number: each has a line of its own, or a comma before it. */
    long mostRows() {
        return 2 + body.chars().filter(c -> c == '\n' || c == '\r' || c == ',').count();
    }

    private byte[] bytes() {
        return body.getBytes(ISO_8859_1);
    }

    private byte[] gzip() {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    /** As it can be read in a report of a failed test. */
    @Override
    public String toString() {
        return "%s as %s%s%s: %s"
                .formatted(
                        way,
                        contentType,
                        zipped ? ", zipped" : "",
                        dryRun ? ", dry run" : "",
                        body.length() > MOST_SHOWN ? body.substring(0, MOST_SHOWN) + "…" : body);
    }
}
