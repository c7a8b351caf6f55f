package org.hfsregistry.contract.json;

import java.io.OutputStream;
import java.util.Arrays;
import org.hfsregistry.contract.clinical.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.JsonRecyclerPools;

/** Jackson, set so that no input makes it large or deep. */
final class Json {

    private static final int DEEPEST = 16;
    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_TEXT = 65_536;

    /**
     * Buffers are kept by thread: a batch is read in one thread, and a queue that all threads share takes longer. UTF-8 is
     * taken for granted: guessing an encoding would take others, and fails on bytes that look like rare ones.
     */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_TEXT)
                    .build())
            .build();

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private Json() {}

    static JsonParser parser(byte[] json, int offset, int length) {
        int mark = beginsWithMark(json, offset, length) ? BYTE_ORDER_MARK.length : 0;
        return FACTORY.createParser(ObjectReadContext.empty(), json, offset + mark, length - mark);
    }

    private static boolean beginsWithMark(byte[] json, int offset, int length) {
        int end = BYTE_ORDER_MARK.length;
        return length >= end && Arrays.equals(json, offset, offset + end, BYTE_ORDER_MARK, 0, end);
    }

    static JsonGenerator generator(OutputStream to) {
        return FACTORY.createGenerator(ObjectWriteContext.empty(), to);
    }

    /** Says where the text can't be read on; never what stands there, since it may be personal. */
    static Fault malformed(JsonParser parser, JacksonException malformed) {
        if (parser.streamReadContext().getNestingDepth() > DEEPEST) {
            return new Fault(
                    OutcomeJson.NESTED_TOO_DEEPLY,
                    "",
                    null,
                    "this is nested too deeply: more than " + DEEPEST + " objects and lists within each other",
                    "send an outcome as the schema has it; nothing in it is nested deeper than three");
        }
        String where = where(malformed.getLocation());
        return new Fault(
                OutcomeJson.MALFORMED_JSON,
                "",
                null,
                "this is not JSON" + where,
                "look there for a missing quote, comma or bracket; the text must be UTF-8");
    }

    /** In a text of one line, such as a row, only its column. */
    private static String where(@Nullable TokenStreamLocation at) {
        if (at == null) {
            return "";
        }
        String line = at.getLineNr() > 1 ? " line " + at.getLineNr() + "," : "";
        return " at" + line + " column " + at.getColumnNr();
    }
}
