package org.hfsregistry.benchmarks.analytics;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hfsregistry.contract.clinical.Complication;
import org.hfsregistry.contract.clinical.ComplicationGrade;
import org.hfsregistry.contract.clinical.OperationDescription;
import org.hfsregistry.contract.clinical.OperationDescription.Vessel;
import org.hfsregistry.contract.clinical.PatientDescription;
import org.hfsregistry.contract.clinical.PatientDescription.Etiology;
import org.hfsregistry.contract.clinical.PatientDescription.Sex;
import org.hfsregistry.contract.clinical.Side;
import org.hfsregistry.contract.clinical.SpasmGrade;
import org.hfsregistry.contract.outcome.BotoxRelief;
import org.hfsregistry.contract.outcome.BotoxRelief.Product;
import org.hfsregistry.contract.outcome.MedicationResponse;
import org.hfsregistry.contract.outcome.MvdOutcome;
import org.hfsregistry.contract.outcome.MvdRecurrence;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.pseudonym.PatientPseudonym;
import org.hfsregistry.contract.registered.Position;
import org.hfsregistry.contract.registered.Reported;
import org.hfsregistry.contract.registered.TreatmentDocument;

/**
 * Treatments of nobody, the same ones in every run: by blocks of 20 of one hospital, which are six operations of five
 * patients, twelve sessions of two and two courses of a medication.
 */
public final class MadeUp {

    /** Treatments of a block. */
    public static final int BLOCK = 20;

    private static final int OPERATIONS = 6;
    private static final int SESSIONS_OF_A_PATIENT = 6;
    private static final int DAYS = 20 * 365;
    private static final int YEAR = 365;
    private static final LocalDate FIRST_DAY = LocalDate.of(2005, 1, 1);
    private static final LocalDate LAST_DAY = FIRST_DAY.plusDays(DAYS);
    private static final Instant REGISTERED =
            LAST_DAY.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);

    private final double[] upTo;

    /** Spread over so many hospitals: the size of each is in proportion to 1 / (10 + its rank). */
    public MadeUp(int hospitals) {
        upTo = new double[hospitals];
        double sum = 0;
        for (int rank = 0; rank < hospitals; rank++) {
            sum += 1.0 / (10 + rank);
            upTo[rank] = sum;
        }
    }

    /** The id of a hospital; the largest is number 0. */
    public static String hospital(int number) {
        return "h-%03d".formatted(number);
    }

    /** The treatments of a block, each in this version of it. */
    public List<TreatmentDocument> block(int number, int version) {
        return new Block(number, version).treatments();
    }

    private final class Block {
        private final SplittableRandom random;
        private final int number;
        private final int version;
        private final String hospital;
        private final List<TreatmentDocument> treatments = new ArrayList<>(BLOCK);

        private Block(int number, int version) {
            this.random = new SplittableRandom(number * 31L + version);
            this.number = number;
            this.version = version;
            double place = new SplittableRandom(number).nextDouble() * upTo[upTo.length - 1];
            int rank = 0;
            while (upTo[rank] < place) {
                rank++;
            }
            this.hospital = hospital(rank);
        }

        private List<TreatmentDocument> treatments() {
            for (int operation = 0; operation < OPERATIONS; operation++) {
                operate(patient(Math.max(1, operation)), FIRST_DAY.plusDays(random.nextInt(DAYS - YEAR)));
            }
            for (int patient = OPERATIONS; patient < OPERATIONS + 2; patient++) {
                LocalDate day = FIRST_DAY.plusDays(random.nextInt(DAYS - 3 * YEAR));
                for (int session = 1; session <= SESSIONS_OF_A_PATIENT; session++) {
                    inject(patient(patient), day, session);
                    day = day.plusDays(80 + random.nextInt(80));
                }
            }
            medicate(patient(1));
            medicate(patient(OPERATIONS));
            return treatments;
        }

        private PatientPseudonym patient(int ofBlock) {
            return PatientPseudonym.of(
                    "k1",
                    ByteBuffer.allocate(2 * Long.BYTES)
                            .putLong(number)
                            .putLong(ofBlock)
                            .array());
        }

        private void operate(PatientPseudonym patient, LocalDate on) {
            PatientDescription description = description(on);
            OperationDescription operation = new OperationDescription(
                    null, List.of(one(Vessel.values())), null, null, random.nextInt(12) == 0, null, null);
            boolean free = random.nextInt(100) < 88;
            List<TreatmentOutcome> outcomes = new ArrayList<>();
            for (int days : new int[] {60 + random.nextInt(60), 300 + random.nextInt(150)}) {
                if (random.nextInt(10) < 8) {
                    outcomes.add(assessment(patient, on, days, free, description, operation));
                }
            }
            if (outcomes.isEmpty() || random.nextInt(3) == 0) {
                outcomes.add(assessment(patient, on, 700 + random.nextInt(2000), free, description, operation));
            }
            if (free && random.nextInt(100) < 9) {
                outcomes.add(new MvdRecurrence(
                        outcomeId(outcomes.size()),
                        1,
                        hospital,
                        patient,
                        treatmentId(),
                        Side.LEFT,
                        on,
                        on.plusDays(400 + random.nextInt(2500)),
                        true,
                        null));
            }
            add(outcomes);
        }

        private MvdOutcome assessment(
                PatientPseudonym patient,
                LocalDate on,
                int days,
                boolean free,
                PatientDescription description,
                OperationDescription operation) {
            return new MvdOutcome(
                    outcomeId(days),
                    1,
                    hospital,
                    patient,
                    treatmentId(),
                    Side.LEFT,
                    on,
                    on.plusDays(days),
                    free ? SpasmGrade.E0 : one(SpasmGrade.values()),
                    null,
                    random.nextInt(5) == 0 ? null : one(ComplicationGrade.values()),
                    random.nextInt(15) == 0
                            ? List.of(new Complication(Complication.Kind.HEARING_LOSS, Complication.Course.TRANSIENT))
                            : List.of(),
                    null,
                    description,
                    operation);
        }

        private void inject(PatientPseudonym patient, LocalDate on, int session) {
            boolean responded = random.nextInt(100) < 93;
            LocalDate last = on.plusDays(50 + random.nextInt(40) + random.nextInt(40));
            boolean ended = random.nextInt(100) < 85;
            add(List.of(new BotoxRelief(
                    outcomeId(0),
                    1,
                    hospital,
                    patient,
                    treatmentId(),
                    Side.RIGHT,
                    on,
                    session,
                    one(Product.values()),
                    10 + random.nextInt(40),
                    responded,
                    null,
                    null,
                    responded && ended ? last : null,
                    responded && !ended ? last : null,
                    random.nextInt(15) == 0
                            ? List.of(new Complication(Complication.Kind.PTOSIS, Complication.Course.TRANSIENT))
                            : List.of(),
                    null,
                    session == 1 ? description(on) : null)));
        }

        private void medicate(PatientPseudonym patient) {
            LocalDate on = FIRST_DAY.plusDays(random.nextInt(DAYS - YEAR));
            add(List.of(new MedicationResponse(
                    outcomeId(0),
                    1,
                    hospital,
                    patient,
                    treatmentId(),
                    Side.LEFT,
                    on,
                    one(MedicationResponse.Drug.values()),
                    null,
                    on.plusDays(90),
                    one(MedicationResponse.Response.values()),
                    null,
                    null,
                    List.of())));
        }

        private PatientDescription description(LocalDate on) {
            return new PatientDescription(
                    on.getYear() - 25 - random.nextInt(55),
                    random.nextInt(3) == 0 ? Sex.MALE : Sex.FEMALE,
                    random.nextInt(8) == 0 ? one(Etiology.values()) : Etiology.VASCULAR,
                    List.of(),
                    null,
                    null,
                    null,
                    null);
        }

        private String treatmentId() {
            return "t-" + (number * BLOCK + treatments.size());
        }

        private String outcomeId(int of) {
            return "o-" + (number * BLOCK + treatments.size()) + "-" + of;
        }

        private void add(List<TreatmentOutcome> outcomes) {
            List<Reported<TreatmentOutcome>> reported = new ArrayList<>(outcomes.size());
            for (TreatmentOutcome outcome : outcomes) {
                Instant submitted =
                        outcome.treatedOn().plusDays(YEAR).atStartOfDay().toInstant(ZoneOffset.UTC);
                reported.add(new Reported<>(outcome, new Position(0, number), submitted, REGISTERED, "made-up"));
            }
            treatments.add(new TreatmentDocument(hospital, treatmentId(), version, REGISTERED, reported, List.of()));
        }

        private <T> T one(T[] choices) {
            return choices[random.nextInt(choices.length)];
        }
    }
}
