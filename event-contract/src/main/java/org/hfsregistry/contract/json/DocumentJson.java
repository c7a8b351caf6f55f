package org.hfsregistry.contract.json;

import java.io.ByteArrayOutputStream;
import org.hfsregistry.contract.clinical.Faults;
import org.hfsregistry.contract.registered.HospitalDocument;
import org.hfsregistry.contract.registered.PatientErasure;
import org.hfsregistry.contract.registered.PatientMerge;
import org.hfsregistry.contract.registered.QuarantineCounts;
import org.hfsregistry.contract.registered.TreatmentDocument;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/** What the registry says, and its own events, from and to JSON, as they stand in the store and in the topics. */
public final class DocumentJson {

    private static final int USUAL_BYTES = 2048;

    private DocumentJson() {}

    /** Writes a treatment in UTF-8. */
    public static byte[] write(TreatmentDocument treatment) {
        return written(DocumentShapes.TREATMENT, treatment);
    }

    /** Writes a hospital in UTF-8. */
    public static byte[] write(HospitalDocument hospital) {
        return written(DocumentShapes.HOSPITAL, hospital);
    }

    /** Writes the erasure of a patient in UTF-8. */
    public static byte[] write(PatientErasure erasure) {
        return written(DocumentShapes.ERASURE, erasure);
    }

    /** Reads the erasure of a patient. @throws UnreadableDocument where the bytes are none */
    public static PatientErasure erasure(byte[] json) {
        return read(DocumentShapes.ERASURE, json);
    }

    /** Writes the merge of two patients in UTF-8. */
    public static byte[] write(PatientMerge merge) {
        return written(DocumentShapes.MERGE, merge);
    }

    /** Reads the merge of two patients. @throws UnreadableDocument where the bytes are none */
    public static PatientMerge merge(byte[] json) {
        return read(DocumentShapes.MERGE, json);
    }

    /** Writes the counts of a quarantine in UTF-8. */
    public static byte[] write(QuarantineCounts counts) {
        return written(DocumentShapes.QUARANTINE, counts);
    }

    /** Reads a treatment. @throws UnreadableDocument where the bytes are none */
    public static TreatmentDocument treatment(byte[] json) {
        return read(DocumentShapes.TREATMENT, json);
    }

    /** Reads a hospital. @throws UnreadableDocument where the bytes are none */
    public static HospitalDocument hospital(byte[] json) {
        return read(DocumentShapes.HOSPITAL, json);
    }

    /** Reads the counts of a quarantine. @throws IllegalArgumentException where the bytes are none */
    public static QuarantineCounts quarantine(byte[] json) {
        return read(DocumentShapes.QUARANTINE, json);
    }

    private static <T> byte[] written(Shape<T> shape, T document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator out = Json.generator(bytes)) {
            shape.write(out, document);
        }
        return bytes.toByteArray();
    }

    private static <T> T read(Shape<T> shape, byte[] json) {
        Faults faults = new Faults();
        try (JsonParser parser = Json.parser(json, 0, json.length)) {
            parser.nextToken();
            @Nullable T document = shape.read(new Input(parser, Submission.REGISTRY), "", faults);
            if (document == null || !faults.none()) {
                throw new UnreadableDocument("the document breaks the contract: " + faults.all(), null);
            }
            return document;
        } catch (JacksonException malformed) {
            throw new UnreadableDocument("the document is not JSON", malformed);
        }
    }

    /** Thrown for bytes that no registry of this version can have written. */
    public static final class UnreadableDocument extends IllegalArgumentException {
        UnreadableDocument(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
