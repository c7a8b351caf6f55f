package org.hfsregistry.contract.json;

import org.hfsregistry.contract.clinical.Faults;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.outcome.OutcomeType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The fields that every outcome has. */
abstract class OutcomeShape<T extends Outcome> extends Shape<T> {

    private static final int FIRST_REVISION = 1;

    {
        required("type", Values.code(OutcomeType.class), Outcome::type);
    }

    final Field<T, String> outcomeId = required("outcomeId", new NotedOutcomeId(), Outcome::outcomeId);
    private final Field<T, Integer> revision = optional("revision", Values.WHOLE_NUMBER, Outcome::revision);
    private final Field<T, String> hospitalId = optional("hospitalId", Values.TEXT, Outcome::hospitalId);

    /** The revision; the first where none was given. */
    final Integer revision(Draft draft) {
        Integer given = draft.get(revision);
        return given == null ? FIRST_REVISION : given;
    }

    /** The hospital: the one given, else the caller's. */
    final @Nullable String hospital(Draft draft) {
        String given = draft.get(hospitalId);
        return given != null ? given : draft.in().submission.hospitalId().orElse(null);
    }

    /** The hospital where no fault was found. */
    final String knownHospital(Draft draft) {
        String hospital = hospital(draft);
        if (hospital == null) {
            throw new IllegalStateException("hospitalId is absent though no fault was found");
        }
        return hospital;
    }

    /** Refuses a hospital that is not the caller's, and a missing one where there is no caller. */
    final void checkHospital(Draft draft, Faults faults) {
        faults.required("hospitalId", hospital(draft), "");
        String given = draft.get(hospitalId);
        draft.in().submission.hospitalId().ifPresent(caller -> {
            if (given != null && !given.equals(caller)) {
                faults.add(
                        OutcomeJson.OTHER_HOSPITAL,
                        "hospitalId",
                        given,
                        "hospitalId is not the hospital that the token belongs to",
                        "leave hospitalId out or send " + caller);
            }
        });
    }

    private record NotedOutcomeId() implements Value<String> {
        @Override
        public @Nullable String read(Input in, String field, Faults faults) {
            String id = Values.TEXT.read(in, field, faults);
            in.outcomeId = id != null && Outcome.ID_FORM.matches(id) ? id : null;
            return id;
        }

        @Override
        public void write(JsonGenerator out, String value) {
            Values.TEXT.write(out, value);
        }
    }
}
