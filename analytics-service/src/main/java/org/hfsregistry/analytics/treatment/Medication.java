package org.hfsregistry.analytics.treatment;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.outcome.MedicationResponse;
import org.hfsregistry.contract.outcome.MedicationResponse.Drug;
import org.hfsregistry.contract.outcome.MedicationResponse.Response;
import org.hfsregistry.contract.outcome.MedicationResponse.SideEffect;
import org.hfsregistry.contract.outcome.MedicationResponse.StopReason;
import org.hfsregistry.contract.outcome.TreatmentOutcome;
import org.hfsregistry.contract.registered.Reported;

/**
 * What a course of a medication came to, in 15 bits. It exists so that several reports give one answer: drug and response
 * are those of the latest assessment (then the report submitted last, then the larger outcomeId); it was stopped where any
 * report says so, for the reason that the last of those gives that give one; side effects are those of all reports.
 */
@SuppressWarnings("EnumOrdinal") // a code of this memory, never written anywhere
public record Medication(char code) {
    private static final int RESPONSE = 7;
    private static final int DRUG = 9;
    private static final int STOP = 12;
    private static final int EFFECTS = 0x7f;
    private static final int RESPONSES = 0x3;
    private static final int DRUGS = 0x7;
    private static final int GOES_ON = 0;
    private static final int REASON_NOT_SAID = 1 + StopReason.values().length;
    private static final Drug[] EVERY_DRUG = Drug.values();
    private static final Response[] EVERY_RESPONSE = Response.values();
    private static final StopReason[] EVERY_REASON = StopReason.values();

    /** The course that its reports tell; empty where there are none. */
    static Optional<Medication> of(List<Reported<TreatmentOutcome>> outcomes) {
        List<MedicationResponse> reports = outcomes.stream()
                .filter(reported -> reported.outcome() instanceof MedicationResponse)
                .sorted(Comparator.<Reported<TreatmentOutcome>, Instant>comparing(Reported::submittedAt)
                        .thenComparing(reported -> reported.outcome().outcomeId()))
                .map(reported -> (MedicationResponse) reported.outcome())
                .sorted(Comparator.comparing(MedicationResponse::assessedOn))
                .toList();
        return reports.isEmpty() ? Optional.empty() : Optional.of(ofInOrder(reports));
    }

    private static Medication ofInOrder(List<MedicationResponse> reports) {
        MedicationResponse last = reports.getLast();
        int effects = reports.stream()
                .flatMap(report -> report.sideEffects().stream())
                .mapToInt(effect -> 1 << effect.ordinal())
                .reduce(0, (one, other) -> one | other);
        int stop = GOES_ON;
        for (MedicationResponse report : reports) {
            StopReason reason = report.stoppedBecause();
            if (reason != null) {
                stop = 1 + reason.ordinal();
            } else if (report.stoppedOn() != null && stop == GOES_ON) {
                stop = REASON_NOT_SAID;
            }
        }
        return new Medication((char)
                (stop << STOP | last.drug().ordinal() << DRUG | last.response().ordinal() << RESPONSE | effects));
    }

    /** What was taken. */
    public Drug drug() {
        return EVERY_DRUG[code >> DRUG & DRUGS];
    }

    /** How far it helped. */
    public Response response() {
        return EVERY_RESPONSE[code >> RESPONSE & RESPONSES];
    }

    /** Whether it was stopped. */
    public boolean isStopped() {
        return code >> STOP != GOES_ON;
    }

    /** Why it was stopped, where it was and a report says so. */
    public Optional<StopReason> stoppedBecause() {
        int stop = code >> STOP;
        return stop == GOES_ON || stop == REASON_NOT_SAID ? Optional.empty() : Optional.of(EVERY_REASON[stop - 1]);
    }

    /** Whether any report names the side effect. */
    public boolean has(SideEffect effect) {
        return ((code & EFFECTS) >> effect.ordinal() & 1) == 1;
    }
}
