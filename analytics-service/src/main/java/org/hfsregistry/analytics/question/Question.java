package org.hfsregistry.analytics.question;

import org.hfsregistry.analytics.treatment.AssessmentWindow;
import org.hfsregistry.analytics.treatment.Course.Spasm;
import org.hfsregistry.contract.outcome.EligibleCases.Treatment;

/** What is asked of the data, whoever asks and for whichever hospitals. It exists as the key that results of one state of the data are kept under. */
public sealed interface Question {

    /** Success of operations. */
    record Success(Grades grades, AssessmentWindow at) implements Question {
        /** The default. */
        public static final Success DEFAULT = new Success(Grades.FREE_OF_SPASM, AssessmentWindow.YEAR);
    }

    /** Return of the spasm; what comes less than so many days after the first E0 changes nothing. */
    record Recurrence(int gapDays) implements Question {
        /** The default. */
        public static final Recurrence DEFAULT = new Recurrence(Spasm.USUAL_GAP);

        /** Whether it may be answered for who gets this k, and not for hospitals about themselves only. */
        boolean isForAll(int k) {
            return k == 1 || equals(DEFAULT);
        }
    }

    /** Time from operations to being free of spasm. */
    record TimeToRelief() implements Question {
        /** The default. */
        public static final TimeToRelief DEFAULT = new TimeToRelief();
    }

    /** Relief by injections. */
    record Relief() implements Question {
        /** The default. */
        public static final Relief DEFAULT = new Relief();
    }

    /** What is told of treatments beside the spasm and its relief. */
    sealed interface Clinical extends Question {}

    /** Complications of operations. */
    record Complications() implements Clinical {
        /** The default. */
        public static final Complications DEFAULT = new Complications();
    }

    /** What courses of medication came to. */
    record MedicationResponses() implements Clinical {
        /** The default. */
        public static final MedicationResponses DEFAULT = new MedicationResponses();
    }

    /** Quality of life before and after treatments of a kind. */
    record QualityOfLife(Treatment treatment) implements Clinical {
        /** The default. */
        public static final QualityOfLife DEFAULT = new QualityOfLife(Treatment.MVD);
    }

    /** Who is treated. */
    record CaseMix() implements Clinical {
        /** The default. */
        public static final CaseMix DEFAULT = new CaseMix();
    }

    /** How good the data are. */
    record Quality() implements Question {
        /** The default. */
        public static final Quality DEFAULT = new Quality();
    }

    /** What follows on an injection in the same patient. */
    sealed interface OfSequence extends Question {

        /** How soon an injection is followed by the next. */
        record Reinjection() implements OfSequence {
            /** The default. */
            public static final Reinjection DEFAULT = new Reinjection();
        }

        /** How many are operated on after injections. */
        record BotoxToMvd() implements OfSequence {
            /** The default. */
            public static final BotoxToMvd DEFAULT = new BotoxToMvd();
        }

        /** Whether relief gets shorter or longer from one injection to the next within patients. */
        record Trend() implements OfSequence {
            /** The default. */
            public static final Trend DEFAULT = new Trend();
        }
    }
}
