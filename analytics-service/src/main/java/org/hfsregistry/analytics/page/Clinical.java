package org.hfsregistry.analytics.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hfsregistry.analytics.page.figure.Figure;
import org.hfsregistry.analytics.page.figure.Told;
import org.hfsregistry.contract.clinical.Code;
import org.hfsregistry.contract.clinical.Complication;
import org.hfsregistry.contract.clinical.QualityOfLife.Instrument;
import org.hfsregistry.contract.outcome.MedicationResponse.Response;
import org.hfsregistry.contract.outcome.MedicationResponse.SideEffect;
import org.hfsregistry.contract.outcome.MedicationResponse.StopReason;

/**
 * What is told of treatments beside the spasm and its relief. It exists so that each kind that the registry knows has its
 * place, whether there is a number or not.
 *
 * @param lifeAfterMvd quality of life after operations
 * @param lifeAfterBotox quality of life after injections
 */
public record Clinical(
        Complications complications, QualityOfLife lifeAfterMvd, QualityOfLife lifeAfterBotox, Medication medication) {

    static Clinical of(Told complications, Told lifeAfterMvd, Told lifeAfterBotox, Told medication) {
        return new Clinical(
                Complications.of(complications),
                QualityOfLife.of(lifeAfterMvd),
                QualityOfLife.of(lifeAfterBotox),
                Medication.of(medication));
    }

    /**
     * Complications of surgery.
     *
     * @param operations with and without
     * @param kinds each that the registry knows, whether there is a number or not
     */
    public record Complications(Figure operations, OfKind anyKind, List<OfKind> kinds) {

        private static Complications of(Told told) {
            Told kinds = told.part("complications");
            return new Complications(
                    told.figure("n"),
                    OfKind.of("any", told.part("anyKind")),
                    Stream.of(Complication.Kind.values())
                            .map(kind -> OfKind.of(kind.code(), kinds.part(kind.code())))
                            .toList());
        }

        /** Whether there are operations that kinds can be told of. */
        public boolean areOfSome() {
            return operations.isMoreThanNone();
        }

        /**
         * The parts of operations with one kind.
         *
         * @param any in whatever course
         */
        public record OfKind(String kind, Figure any, Figure permanent) {

            private static OfKind of(String kind, Told told) {
                return new OfKind(
                        kind, told.part("any").rate(), told.part("permanent").rate());
            }
        }
    }

    /** Quality of life before and after a treatment, by each instrument; higher scores are worse. */
    public record QualityOfLife(List<Scores> scores) {

        private static QualityOfLife of(Told told) {
            Told instruments = told.part("instruments");
            return new QualityOfLife(Stream.of(Instrument.values())
                    .map(instrument -> Scores.of(instrument, instruments.part(instrument.code())))
                    .toList());
        }

        /**
         * Scores by one instrument.
         *
         * @param treatments with a score before and after
         * @param change with its interval
         * @param better the part that is so by as much as matters; empty where nobody knows how much that is
         */
        public record Scores(
                String instrument,
                Figure treatments,
                Figure before,
                Figure after,
                Figure change,
                Optional<Figure> better) {

            private static Scores of(Instrument instrument, Told told) {
                return new Scores(
                        instrument.code(),
                        told.figure("n"),
                        told.figure("meanBefore"),
                        told.figure("meanAfter"),
                        told.figure("meanChange", "interval"),
                        instrument == Instrument.HFS_7
                                ? Optional.of(told.part("importantlyBetter").rate())
                                : Optional.empty());
            }

            /** Whether there are treatments that scores can be told of. */
            public boolean areOfSome() {
                return treatments.isMoreThanNone();
            }

            /** What says why there are none. */
            public Figure absent() {
                return treatments.isShown() ? change : treatments;
            }
        }
    }

    /**
     * What courses of medication came to; all parts are of all courses.
     *
     * @param responses how far it helped
     * @param reasons why it was stopped
     */
    public record Medication(
            Figure courses, List<Share> responses, Figure stopped, List<Share> reasons, List<Share> sideEffects) {

        static Medication of(Told told) {
            Told stopped = told.part("stopped");
            return new Medication(
                    told.figure("n"),
                    Share.ofEach(Response.values(), told.part("response")),
                    stopped.rate(),
                    Share.ofEach(StopReason.values(), stopped.part("because")),
                    Share.ofEach(SideEffect.values(), told.part("sideEffects")));
        }

        /** Whether there are courses that anything can be told of. */
        public boolean isOfSome() {
            return courses.isMoreThanNone();
        }
    }

    /** What courses of one medicine came to. */
    public record OfDrug(String drug, Medication medication) {}

    /** The part of all that has something, which the registry has a code for. */
    public record Share(String code, Figure share) {

        /** The part of each of these, whether there is a number or not. */
        private static List<Share> ofEach(Code[] codes, Told told) {
            return List.of(codes).stream()
                    .map(code -> new Share(code.code(), told.part(code.code()).rate()))
                    .toList();
        }
    }
}
