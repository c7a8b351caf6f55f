package org.hfsregistry.faults.load;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hfsregistry.faults.load.Acknowledged.Taken;
import org.hfsregistry.faults.load.StubbornHospital.Refused;
import org.hfsregistry.local.http.Answer;
import org.hfsregistry.local.http.LocalHttp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the registry's doors for one thing after another, each until it is taken. What is not answered, since the instance that was
 * asked is killed, may have been kept: it is asked for again, at the other instance, and then the registry may know of it.
 */
final class StubbornDoors {

    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final URI intake;
    private final List<URI> registries;
    private final String bearer;
    private final SendingAccount sending;
    private final Map<String, String> pseudonyms = new TreeMap<>();
    private Optional<String> lastMerge = Optional.empty();
    private int asked;

    /**
     * Of these.
     *
     * @param intake tells pseudonyms
     * @param registries instances; which one is asked does not matter
     */
    StubbornDoors(URI intake, List<URI> registries, String bearer, SendingAccount sending) {
        this.intake = intake;
        this.registries = registries;
        this.bearer = bearer;
        this.sending = sending;
    }

    /** Of all patients that were asked about, by the hospital's own ids. */
    Map<String, String> pseudonyms() {
        return pseudonyms;
    }

    /**
     * Returns when it is taken.
     *
     * @param at its place in what the hospital says
     * @throws Refused where the registry finds fault with it
     */
    Taken ask(int at, Said.Asked what) throws InterruptedException {
        learnPseudonyms(what.patients());
        if (!(what instanceof Said.Erasure)) {
            awaitCarriedOut();
        }
        asked++;
        Stubborn.Got<Answer> answer = Stubborn.get(unanswered -> send(what, unanswered));
        sending.sentAgain().addAndGet(answer.unanswered());
        Taken taken = new Taken(at, what, id(what, answer.value(), answer.unanswered() > 0), answer.unanswered());
        if (!(what instanceof Said.Erasure)) {
            lastMerge = taken.id();
        }
        sending.taken(what);
        return taken;
    }

    /** Absent where the one that was kept is one that was not answered: the registry says that there is nothing left to do. */
    private static Optional<String> id(Said.Asked what, Answer answer, boolean mayBeKept) {
        if (answer.status() == ACCEPTED) {
            return Optional.of(answer.json().path("id").asString());
        }
        String nothingLeftToDo = what instanceof Said.Merge ? "MERGED_ALREADY" : "NOT_MERGED";
        if (mayBeKept && answer.status() == CONFLICT && answer.problemCode().equals(Optional.of(nothingLeftToDo))) {
            return Optional.empty();
        }
        throw new Refused("the registry", answer);
    }

    /** What the registry knows is what came out of the log, and it refuses what would change nothing by that. */
    private void awaitCarriedOut() throws InterruptedException {
        if (lastMerge.isEmpty()) {
            return;
        }
        String path = "/v1/merges/" + lastMerge.get();
        Instant last = Instant.now().plus(LONGEST_WAIT);
        Stubborn.get(unanswered -> {
            if (Instant.now().isAfter(last)) {
                throw new IllegalStateException("%s was taken and is not carried out".formatted(path));
            }
            return Stubborn.answer(() -> LocalHttp.get(registry(unanswered).resolve(path), bearer))
                    .filter(found -> found.status() == OK);
        });
    }

    private Optional<Answer> send(Said.Asked what, int unanswered) throws InterruptedException {
        URI registry = registry(unanswered);
        return Stubborn.answer(() -> switch (what) {
            case Said.Erasure erasure ->
                LocalHttp.delete(
                        registry.resolve("/v1/patients/%s?basis=GDPR-Art.17-request-%d"
                                .formatted(pseudonym(erasure.patientId()), asked)),
                        bearer);
            case Said.Merge merge ->
                post(
                        registry.resolve("/v1/patients/%s/merges".formatted(pseudonym(merge.staying()))),
                        Map.of("mergedPatientId", pseudonym(merge.merged())));
            case Said.Undoing undoing ->
                LocalHttp.delete(
                        registry.resolve("/v1/patients/%s/merges/%s"
                                .formatted(pseudonym(undoing.staying()), pseudonym(undoing.merged()))),
                        bearer);
        });
    }

    private URI registry(int unanswered) {
        return registries.get((asked + unanswered) % registries.size());
    }

    private String pseudonym(String patientId) {
        return pseudonyms.getOrDefault(patientId, patientId);
    }

    private void learnPseudonyms(List<String> patients) throws InterruptedException {
        List<String> unknown = new ArrayList<>(patients);
        unknown.removeAll(pseudonyms.keySet());
        if (unknown.isEmpty()) {
            return;
        }
        Answer answer = Stubborn.get(_ ->
                        Stubborn.answer(() -> post(intake.resolve("/v1/pseudonyms"), Map.of("patientIds", unknown))))
                .value();
        if (answer.status() != OK) {
            throw new Refused("intake", answer);
        }
        JsonNode told = answer.json().path("pseudonyms");
        for (int each = 0; each < unknown.size(); each++) {
            pseudonyms.put(unknown.get(each), told.path(each).asString());
        }
    }

    private Answer post(URI address, Map<String, ?> body) {
        return LocalHttp.post(
                address,
                "Bearer " + bearer,
                "application/json",
                JsonMapper.shared().writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
    }
}
