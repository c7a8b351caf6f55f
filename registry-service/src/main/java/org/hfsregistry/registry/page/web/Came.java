package org.hfsregistry.registry.page.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.json.OutcomeJson;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.registry.arrival.Arrival;
import org.hfsregistry.registry.history.Decision;

/**
 * Something that came of a treatment, and what it did.
 *
 * @param what the name of its kind
 * @param about of which outcome, or by which patients; empty where nothing is said
 * @param status what was decided, as a code
 * @param reason in the registry's words, where there is more to say
 * @param told what it said
 */
record Came(
        Instant at,
        String by,
        String what,
        String about,
        Optional<Integer> revision,
        String status,
        Optional<String> reason,
        List<Told> told) {

    static Came of(Decision decision, Say say) {
        Arrival arrival = decision.arrival();
        String status = decision.verdict().status().code();
        Optional<String> reason = decision.verdict().reason();
        return switch (arrival) {
            case Arrival.OfOutcome readable -> {
                Outcome outcome = readable.outcome();
                yield new Came(
                        readable.submittedAt(),
                        readable.submittedBy(),
                        say.code("type", outcome.type().code()),
                        outcome.outcomeId(),
                        Optional.of(outcome.revision()),
                        status,
                        reason,
                        Told.of(outcome, say));
            }
            case Arrival.OfMerge merge ->
                new Came(
                        merge.submittedAt(),
                        merge.submittedBy(),
                        say.word(merge.undone() ? "history.parted" : "history.merged"),
                        say.word(
                                "history.patients",
                                merge.merged().value(),
                                merge.staying().value()),
                        Optional.empty(),
                        status,
                        reason,
                        List.of());
            case Arrival.Unreadable _, Arrival.Redacted _, Arrival.OfErasure _ ->
                throw new IllegalStateException("no treatment is known of " + arrival.position());
        };
    }

    /** An outcome as JSON, to be read and mended by people. */
    static String json(Outcome outcome) {
        return Told.indented(new String(OutcomeJson.write(outcome), UTF_8));
    }
}
