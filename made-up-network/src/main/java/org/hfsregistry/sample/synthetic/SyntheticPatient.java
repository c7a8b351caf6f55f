package org.hfsregistry.sample.synthetic;

import java.util.List;
import java.util.SplittableRandom;
import org.hfsregistry.contract.clinical.PatientDescription.Etiology;
import org.hfsregistry.contract.clinical.PatientDescription.Sex;
import org.hfsregistry.contract.clinical.PatientDescription.Trigger;
import org.hfsregistry.contract.clinical.Side;
import org.hfsregistry.sample.Row;

/** A patient who does not exist. */
record SyntheticPatient(String id, Side side, Row description) {

    private static final int YOUNGEST_BORN = 1990;
    private static final List<Trigger> TRIGGERS = List.of(Trigger.STRESS, Trigger.FATIGUE, Trigger.COLD);

    static SyntheticPatient drawn(int number, SplittableRandom random) {
        int birthYear = YOUNGEST_BORN - random.nextInt(55);
        Row description = Row.nested("birthYear", birthYear)
                .with("sex", random.nextInt(100) < 65 ? Sex.FEMALE : Sex.MALE)
                .with("etiology", random.nextInt(100) < 88 ? Etiology.VASCULAR : Etiology.POST_BELL)
                .with("triggers", List.of(TRIGGERS.get(random.nextInt(TRIGGERS.size()))));
        return new SyntheticPatient(
                "patient-%05d".formatted(number), random.nextBoolean() ? Side.LEFT : Side.RIGHT, description);
    }
}
