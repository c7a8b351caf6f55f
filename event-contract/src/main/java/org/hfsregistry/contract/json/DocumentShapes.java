package org.hfsregistry.contract.json;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hfsregistry.contract.clinical.Faults;
import org.hfsregistry.contract.outcome.HospitalReport;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.contract.registered.HospitalDocument;
import org.hfsregistry.contract.registered.PatientErasure;
import org.hfsregistry.contract.registered.PatientMerge;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.contract.registered.QuarantineCounts;
import org.hfsregistry.contract.registered.Reported;
import org.hfsregistry.contract.registered.TreatmentDocument;
import org.hfsregistry.contract.registered.Withdrawn;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/** The registry's documents and its own events, field by field in the order of the wire. */
final class DocumentShapes {

    static final Shape<Position> POSITION = new PositionShape();
    static final Shape<Withdrawn> WITHDRAWN = new WithdrawnShape();
    static final Shape<TreatmentDocument> TREATMENT = new TreatmentShape();
    static final Shape<HospitalDocument> HOSPITAL = new HospitalShape();
    static final Shape<PatientErasure> ERASURE = new ErasureShape();
    static final Shape<PatientMerge> MERGE = new MergeShape();
    static final Shape<QuarantineCounts> QUARANTINE = new QuarantineShape();

    private DocumentShapes() {}

    private static final class PositionShape extends Shape<Position> {
        private final Field<Position, Integer> partition =
                required("partition", Values.WHOLE_NUMBER, Position::partition);
        private final Field<Position, Long> offset = required("offset", Values.LONG_NUMBER, Position::offset);

        @Override
        void check(Draft draft, Faults faults) {}

        @Override
        Position build(Draft draft) {
            return new Position(draft.need(partition), draft.need(offset));
        }
    }

    private static final class WithdrawnShape extends Shape<Withdrawn> {
        private final Field<Withdrawn, String> outcomeId = required("outcomeId", Values.TEXT, Withdrawn::outcomeId);
        private final Field<Withdrawn, Integer> revision =
                required("revision", Values.WHOLE_NUMBER, Withdrawn::revision);
        private final Field<Withdrawn, Withdrawn.Reason> reason =
                required("reason", Values.code(Withdrawn.Reason.class), Withdrawn::reason);
        private final Field<Withdrawn, Position> position = required("position", POSITION, Withdrawn::position);

        @Override
        void check(Draft draft, Faults faults) {}

        @Override
        Withdrawn build(Draft draft) {
            return new Withdrawn(draft.need(outcomeId), draft.need(revision), draft.need(reason), draft.need(position));
        }
    }

    private static final class ReportedShape<O extends Outcome> extends Shape<Reported<O>> {
        private final Field<Reported<O>, Position> position = required("position", POSITION, Reported::position);
        private final Field<Reported<O>, Instant> submittedAt =
                required("submittedAt", Values.TIME, Reported::submittedAt);
        private final Field<Reported<O>, Instant> registeredAt =
                required("registeredAt", Values.TIME, Reported::registeredAt);
        private final Field<Reported<O>, String> submittedBy =
                required("submittedBy", Values.TEXT, Reported::submittedBy);
        private final Field<Reported<O>, O> outcome;

        ReportedShape(Class<O> kind) {
            this.outcome = required("outcome", new OutcomeValue<>(kind), Reported::outcome);
        }

        @Override
        void check(Draft draft, Faults faults) {}

        @Override
        Reported<O> build(Draft draft) {
            return new Reported<>(
                    draft.need(outcome),
                    draft.need(position),
                    draft.need(submittedAt),
                    draft.need(registeredAt),
                    draft.need(submittedBy));
        }
    }

    /** An outcome within a document; its type comes first there, since the registry wrote it. */
    private record OutcomeValue<O extends Outcome>(Class<O> kind) implements Value<O> {
        @Override
        public @Nullable O read(Input in, String field, Faults faults) {
            Outcome outcome = AnyOutcome.read(in, field, faults, () -> null);
            return kind.isInstance(outcome) ? kind.cast(outcome) : null;
        }

        @Override
        public void write(JsonGenerator out, O value) {
            AnyOutcome.write(out, value);
        }
    }

    private static final class TreatmentShape extends Shape<TreatmentDocument> {
        private final Field<TreatmentDocument, String> hospitalId =
                required("hospitalId", Values.TEXT, TreatmentDocument::hospitalId);
        private final Field<TreatmentDocument, String> treatmentId =
                required("treatmentId", Values.TEXT, TreatmentDocument::treatmentId);
        private final Field<TreatmentDocument, Long> version =
                required("version", Values.LONG_NUMBER, TreatmentDocument::version);
        private final Field<TreatmentDocument, Instant> changedAt =
                required("changedAt", Values.TIME, TreatmentDocument::changedAt);
        private final Field<TreatmentDocument, List<Reported<TreatmentOutcome>>> outcomes =
                list("outcomes", new ReportedShape<>(TreatmentOutcome.class), TreatmentDocument::outcomes);
        private final Field<TreatmentDocument, List<Withdrawn>> withdrawn =
                list("withdrawn", WITHDRAWN, TreatmentDocument::withdrawn);
        private final Field<TreatmentDocument, Boolean> erased =
                optional("erased", Values.FLAG, document -> document.erased() ? true : null);

        @Override
        void check(Draft draft, Faults faults) {
            if (isErased(draft)
                    && !(draft.list(outcomes).isEmpty() && draft.list(withdrawn).isEmpty())) {
                faults.add("ERASED", "erased", null, "an erased treatment says nothing", "leave out what it said");
            }
        }

        private boolean isErased(Draft draft) {
            return Boolean.TRUE.equals(draft.get(erased));
        }

        @Override
        TreatmentDocument build(Draft draft) {
            return new TreatmentDocument(
                    draft.need(hospitalId),
                    draft.need(treatmentId),
                    draft.need(version),
                    draft.need(changedAt),
                    draft.list(outcomes),
                    draft.list(withdrawn),
                    isErased(draft));
        }
    }

    private static final class HospitalShape extends Shape<HospitalDocument> {
        private final Field<HospitalDocument, String> hospitalId =
                required("hospitalId", Values.TEXT, HospitalDocument::hospitalId);
        private final Field<HospitalDocument, Long> version =
                required("version", Values.LONG_NUMBER, HospitalDocument::version);
        private final Field<HospitalDocument, Instant> changedAt =
                required("changedAt", Values.TIME, HospitalDocument::changedAt);
        private final Field<HospitalDocument, List<Reported<HospitalReport>>> reports =
                list("reports", new ReportedShape<>(HospitalReport.class), HospitalDocument::reports);
        private final Field<HospitalDocument, List<Withdrawn>> withdrawn =
                list("withdrawn", WITHDRAWN, HospitalDocument::withdrawn);

        @Override
        void check(Draft draft, Faults faults) {}

        @Override
        HospitalDocument build(Draft draft) {
            return new HospitalDocument(
                    draft.need(hospitalId),
                    draft.need(version),
                    draft.need(changedAt),
                    draft.list(reports),
                    draft.list(withdrawn));
        }
    }

    private static final class ErasureShape extends Shape<PatientErasure> {
        private final Field<PatientErasure, String> hospitalId =
                required("hospitalId", Values.TEXT, PatientErasure::hospitalId);
        private final Field<PatientErasure, PatientPseudonym> patientId =
                required("patientId", Values.PATIENT, PatientErasure::patientId);
        private final Field<PatientErasure, String> basis = required("basis", Values.TEXT, PatientErasure::basis);

        @Override
        void check(Draft draft, Faults faults) {
            checkHospital(draft.get(hospitalId), faults);
            String ground = draft.get(basis);
            if (ground != null && !PatientErasure.isBasis(ground)) {
                faults.add("NOT_A_TEXT", "basis", null, "basis is not one", "send 1 to 100 letters and digits");
            }
        }

        @Override
        PatientErasure build(Draft draft) {
            return new PatientErasure(draft.need(hospitalId), draft.need(patientId), draft.need(basis));
        }
    }

    private static void checkHospital(@Nullable String hospitalId, Faults faults) {
        if (hospitalId != null && !Outcome.HOSPITAL_ID.matcher(hospitalId).matches()) {
            faults.add("NOT_AN_ID", "hospitalId", null, "hospitalId is not an id", "send a hospital's id");
        }
    }

    private static final class MergeShape extends Shape<PatientMerge> {
        private final Field<PatientMerge, String> hospitalId =
                required("hospitalId", Values.TEXT, PatientMerge::hospitalId);
        private final Field<PatientMerge, PatientPseudonym> patientId =
                required("patientId", Values.PATIENT, PatientMerge::patientId);
        private final Field<PatientMerge, PatientPseudonym> mergedPatientId =
                required("mergedPatientId", Values.PATIENT, PatientMerge::mergedPatientId);
        private final Field<PatientMerge, Boolean> undone = required("undone", Values.FLAG, PatientMerge::undone);

        @Override
        void check(Draft draft, Faults faults) {
            checkHospital(draft.get(hospitalId), faults);
        }

        @Override
        PatientMerge build(Draft draft) {
            return new PatientMerge(
                    draft.need(hospitalId), draft.need(patientId), draft.need(mergedPatientId), draft.need(undone));
        }
    }

    private static final class QuarantineShape extends Shape<QuarantineCounts> {
        private final Field<QuarantineCounts, String> hospitalId =
                required("hospitalId", Values.TEXT, QuarantineCounts::hospitalId);
        private final Field<QuarantineCounts, Integer> open =
                required("open", Values.WHOLE_NUMBER, QuarantineCounts::open);
        private final Field<QuarantineCounts, Integer> resubmitted =
                required("resubmitted", Values.WHOLE_NUMBER, QuarantineCounts::resubmitted);
        private final Field<QuarantineCounts, Integer> resolved =
                required("resolved", Values.WHOLE_NUMBER, QuarantineCounts::resolved);
        private final Field<QuarantineCounts, SortedMap<String, Integer>> byCode =
                required("byCode", new CountByName(), QuarantineCounts::byCode);
        private final Field<QuarantineCounts, Instant> oldestOpenAt = optional(
                "oldestOpenAt", Values.TIME, counts -> counts.oldestOpenAt().orElse(null));
        private final Field<QuarantineCounts, Instant> countedAt =
                required("countedAt", Values.TIME, QuarantineCounts::countedAt);

        @Override
        void check(Draft draft, Faults faults) {}

        @Override
        QuarantineCounts build(Draft draft) {
            return new QuarantineCounts(
                    draft.need(hospitalId),
                    draft.need(open),
                    draft.need(resubmitted),
                    draft.need(resolved),
                    draft.need(byCode),
                    Optional.ofNullable(draft.get(oldestOpenAt)),
                    draft.need(countedAt));
        }
    }

    /** An object with a whole number under each name. */
    private record CountByName() implements Value<SortedMap<String, Integer>> {
        @Override
        public @Nullable SortedMap<String, Integer> read(Input in, String field, Faults faults) {
            if (in.parser.currentToken() != JsonToken.START_OBJECT) {
                Values.refuse(in, faults, "NOT_AN_OBJECT", field, "is not an object", "send an object {…}");
                return null;
            }
            SortedMap<String, Integer> counts = new TreeMap<>();
            while (in.parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = in.parser.currentName();
                in.parser.nextToken();
                Integer count = Values.WHOLE_NUMBER.read(in, field + "." + name, faults);
                if (count != null) {
                    counts.put(name, count);
                }
            }
            return counts;
        }

        @Override
        public void write(JsonGenerator out, SortedMap<String, Integer> counts) {
            out.writeStartObject();
            counts.forEach((name, count) -> {
                out.writeName(name);
                out.writeNumber(count);
            });
            out.writeEndObject();
        }
    }
}
