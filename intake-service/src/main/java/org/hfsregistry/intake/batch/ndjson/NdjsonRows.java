package org.hfsregistry.intake.batch.ndjson;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.intake.batch.Row;
import org.hfsregistry.intake.batch.Rows;
import org.hfsregistry.intake.http.ClientGone;
import org.hfsregistry.intake.http.Upload;

/** The lines of a newline-delimited JSON text, read into one buffer; blank ones count as lines and are no rows. */
final class NdjsonRows implements Rows {

    private static final int READ = 65_536;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Upload upload;
    private final int longestLine;
    private final long longestText;
    private final byte[] buffer;
    private int from;
    private int searched;
    private int to;
    private long total;
    private long lines;
    private boolean first = true;
    private boolean ended;
    private Optional<Fault> lastWords = Optional.empty();

    NdjsonRows(Upload upload, int longestLine, long longestUnzipped) {
        this.upload = upload;
        this.longestLine = longestLine;
        this.longestText = upload.isZipped() ? longestUnzipped : Long.MAX_VALUE;
        this.buffer = new byte[longestLine + READ];
    }

    @Override
    public Optional<Row> next() throws IOException {
        while (true) {
            boolean complete = findEndOfLine();
            boolean tooLong = searched - from > longestLine;
            if (complete || (ended && searched > from && lastWords.isEmpty())) {
                ByteBuffer line = takeLine();
                if (tooLong) {
                    return Optional.of(lineTooLong());
                }
                if (!isBlank(line)) {
                    return Optional.of(new Row.Json(lines, line));
                }
            } else if (ended) {
                return takeLastWords();
            } else if (tooLong) {
                skipLine();
                return Optional.of(lineTooLong());
            } else {
                fill();
            }
        }
    }

    /** Leaves {@code searched} at the end of the line, or of what there is of it. */
    private boolean findEndOfLine() {
        while (searched < to && buffer[searched] != '\n') {
            searched++;
        }
        return searched < to;
    }

    private ByteBuffer takeLine() {
        ByteBuffer line = ByteBuffer.wrap(buffer, from, searched - from);
        if (first && startsWithByteOrderMark(line)) {
            line.position(from + BYTE_ORDER_MARK.length);
        }
        first = false;
        lines++;
        searched = Math.min(searched + 1, to);
        from = searched;
        return line;
    }

    private void skipLine() throws IOException {
        while (!findEndOfLine() && !ended) {
            from = to;
            fill();
        }
        takeLine();
    }

    /** Why there are no further rows, told once; a line that was cut off is not told as a row of its own. */
    private Optional<Row> takeLastWords() {
        Optional<Row> words = lastWords.map(why -> new Row.Unreadable(lines + 1, why));
        lastWords = Optional.empty();
        from = to;
        searched = to;
        return words;
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        searched -= from;
        from = 0;
        int read;
        try {
            read = upload.read(buffer, to, buffer.length - to);
        } catch (ClientGone e) {
            throw e;
        } catch (IOException e) {
            end("NOT_GZIP", "the gzip stream is broken here", "zip the rest anew and send it");
            return;
        }
        if (read < 0) {
            ended = true;
            return;
        }
        to += read;
        total += read;
        if (total > longestText) {
            end(
                    "BATCH_TOO_LONG",
                    "unzipped, the batch has more than " + longestText + " bytes",
                    "send the rest as another batch");
        }
    }

    private void end(String code, String message, String fix) {
        ended = true;
        lastWords = Optional.of(new Fault(code, "", null, message, fix));
    }

    private Row lineTooLong() {
        return new Row.Unreadable(
                lines,
                new Fault(
                        "LINE_TOO_LONG",
                        "",
                        null,
                        "the line has more than " + longestLine + " bytes",
                        "send one outcome a line, each ended by a line feed"));
    }

    private static boolean startsWithByteOrderMark(ByteBuffer line) {
        int length = Math.min(line.remaining(), BYTE_ORDER_MARK.length);
        return line.slice(line.position(), length).equals(ByteBuffer.wrap(BYTE_ORDER_MARK));
    }

    private static boolean isBlank(ByteBuffer line) {
        for (int i = line.position(); i < line.limit(); i++) {
            byte b = line.get(i);
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
