package org.hfsregistry.intake.batch.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.json.OutcomeJson;
import org.hfsregistry.intake.batch.BrokenOff;
import org.hfsregistry.intake.batch.Row;
import org.hfsregistry.intake.batch.Rows;
import org.hfsregistry.intake.http.RefusedRequest;
import org.springframework.http.HttpStatus;

/**
 * The elements of a JSON array, read into one buffer and numbered from 1.
 *
 * <p>Elements are told apart by brackets, quotes and commas alone, so that what is wrong within one is a matter of this one.
 * Where brackets or quotes do not match, nobody can tell where the next element begins: all of the rest is one row then.
 */
final class JsonArrayRows implements Rows {

    private static final int READ = 65_536;
    private static final int BYTE_ORDER_MARK = 0xEF;
    private static final int REST_OF_THE_MARK = 2;
    private static final int END = -1;

    private final InputStream body;
    private final int longest;
    private final byte[] buffer;
    private int from;
    private int at;
    private int to;
    private boolean tooLong;
    private long elements;
    private boolean closed;
    private boolean finished;
    private boolean ended;
    private Optional<Fault> lastWords = Optional.empty();

    JsonArrayRows(InputStream body, int longest) throws IOException {
        this.body = body;
        this.longest = longest;
        this.buffer = new byte[longest + READ];
        int first = next(true);
        for (int i = 0; first == BYTE_ORDER_MARK && i < REST_OF_THE_MARK; i++) {
            next(false);
        }
        int begin = first == BYTE_ORDER_MARK ? next(true) : first;
        if (lastWords.isPresent()) {
            throw RefusedRequest.endingWith(lastWords.get());
        }
        if (begin != '[') {
            throw new RefusedRequest(
                    HttpStatus.BAD_REQUEST,
                    "NOT_AN_ARRAY",
                    "The body is not a JSON array. Send [outcome, outcome, …]; one outcome a line is"
                            + " application/x-ndjson, and a single one goes to /v1/outcomes.");
        }
    }

    @Override
    public Optional<Row> next() throws IOException {
        if (finished) {
            return Optional.empty();
        }
        if (closed) {
            return rest();
        }
        from = at;
        int first = next(true);
        if (first == ']' && elements == 0) {
            closed = true;
            return rest();
        }
        elements++;
        int end = first == ',' || first == ']' ? first : endOfElement(first);
        closed = end != ',';
        if (end == END) {
            finished = true;
            return Optional.of(new Row.Unreadable(elements, lastWords.orElseGet(JsonArrayRows::notClosed)));
        }
        ByteBuffer element = ByteBuffer.wrap(buffer, from, at - 1 - from);
        if (tooLong || element.remaining() > longest) {
            tooLong = false;
            return Optional.of(new Row.Unreadable(
                    elements,
                    fault("ELEMENT_TOO_LONG", "the element has more than " + longest + " bytes", "send one outcome")));
        }
        return Optional.of(
                first == end
                        ? new Row.Unreadable(
                                elements, malformed("there is nothing between two commas", "leave one out"))
                        : new Row.Json(elements, element));
    }

    /** What comes after the array's end, told once. */
    private Optional<Row> rest() throws IOException {
        finished = true;
        boolean more = next(true) != END;
        return lastWords
                .or(() -> more
                        ? Optional.of(malformed("there is more after the array's end", "send one array"))
                        : Optional.empty())
                .map(why -> new Row.Unreadable(elements + 1, why));
    }

    /** The byte after the element, a comma or the array's closing bracket. */
    private int endOfElement(int first) throws IOException {
        int depth = 0;
        int b = first;
        while (b != END) {
            if (b == '"') {
                skipText();
            } else if (b == '{' || b == '[') {
                depth++;
            } else if (depth > 0 && (b == '}' || b == ']')) {
                depth--;
            } else if (depth == 0 && (b == ',' || b == ']')) {
                return b;
            }
            b = next(false);
        }
        return END;
    }

    private void skipText() throws IOException {
        int b = next(false);
        while (b != '"' && b != END) {
            if (b == '\\') {
                next(false);
            }
            b = next(false);
        }
    }

    private int next(boolean skipsBlanks) throws IOException {
        while (true) {
            if (at == to && !fill()) {
                return END;
            }
            int b = Byte.toUnsignedInt(buffer[at++]);
            if (!skipsBlanks || b > ' ') {
                return b;
            }
            from = at;
        }
    }

    /** Makes room by moving what there is of the element to the front, or by forgetting it where it is too long. */
    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        if (at - from > longest) {
            tooLong = true;
            from = at;
        }
        System.arraycopy(buffer, from, buffer, 0, to - from);
        at -= from;
        to -= from;
        from = 0;
        try {
            int read = body.read(buffer, to, buffer.length - to);
            ended = read < 0;
            to += Math.max(read, 0);
        } catch (BrokenOff e) {
            ended = true;
            lastWords = Optional.of(e.why());
        }
        return !ended;
    }

    private static Fault notClosed() {
        return malformed(
                "the array is not closed; from this element on brackets or quotes do not match",
                "mend this element and send the array again: what was accepted counts once");
    }

    private static Fault malformed(String message, String fix) {
        return fault(OutcomeJson.MALFORMED_JSON, message, fix);
    }

    private static Fault fault(String code, String message, String fix) {
        return new Fault(code, "", null, message, fix);
    }
}
