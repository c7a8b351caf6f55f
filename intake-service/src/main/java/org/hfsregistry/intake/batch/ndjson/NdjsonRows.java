package org.hfsregistry.intake.batch.ndjson;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.intake.batch.BrokenOff;
import org.hfsregistry.intake.batch.Row;
import org.hfsregistry.intake.batch.Rows;

/** The lines of a newline-delimited JSON text, read into one buffer; blank ones count as lines and are no rows. */
final class NdjsonRows implements Rows {

    private static final int READ = 65_536;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream body;
    private final int longestLine;
    private final byte[] buffer;
    private int from;
    private int searched;
    private int to;
    private long lines;
    private boolean first = true;
    private boolean ended;
    private Optional<Fault> lastWords = Optional.empty();

    NdjsonRows(InputStream body, int longestLine) {
        this.body = body;
        this.longestLine = longestLine;
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
        try {
            int read = body.read(buffer, to, buffer.length - to);
            ended = read < 0;
            to += Math.max(read, 0);
        } catch (BrokenOff e) {
            ended = true;
            lastWords = Optional.of(e.why());
        }
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
