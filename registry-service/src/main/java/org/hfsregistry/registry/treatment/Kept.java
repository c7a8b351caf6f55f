package org.hfsregistry.registry.treatment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hfsregistry.registry.arrival.Place;

/**
 * A document as it stands in the store.
 *
 * @param version that it is found by; {@link Dossiers.Revised#DAMAGED} where there is none
 * @param isFoundByItsContent whether the fields beside it, by which it is searched for, say what it says
 * @param dossier absent where it can't be read any more, which nothing of the registry can have brought about
 */
public record Kept(Place place, long version, boolean isFoundByItsContent, Optional<Dossier<?>> dossier) {

    /** In what it differs from what the history makes of it, in words that tell nothing of a patient. */
    public String difference(Dossier<?> made) {
        return dossier.map(stored -> difference(stored, made)).orElse("the document can't be read");
    }

    private String difference(Dossier<?> stored, Dossier<?> made) {
        List<String> outcomes = outcomes(contents(stored), contents(made));
        if (!outcomes.isEmpty()) {
            return "outcomes differ: " + String.join("; ", outcomes);
        }
        return isFoundByItsContent
                ? "version %d, in the history %d, or the time of the last change"
                        .formatted(stored.version(), made.version())
                : "a field beside the document, by which it is searched for, says something else than the document";
    }

    private static List<String> outcomes(Map<String, Object> here, Map<String, Object> there) {
        List<String> differ = new ArrayList<>();
        here.forEach((outcomeId, said) -> {
            if (!there.containsKey(outcomeId)) {
                differ.add(outcomeId + " is only in the document");
            } else if (!said.equals(there.get(outcomeId))) {
                differ.add(outcomeId + " is another in the history");
            }
        });
        there.keySet().stream()
                .filter(outcomeId -> !here.containsKey(outcomeId))
                .forEach(outcomeId -> differ.add(outcomeId + " is only in the history"));
        return differ;
    }

    private static Map<String, Object> contents(Dossier<?> dossier) {
        Map<String, Object> contents = new TreeMap<>();
        dossier.counting().forEach(reported -> contents.put(reported.outcome().outcomeId(), reported));
        dossier.withdrawn().forEach(mark -> contents.put(mark.outcomeId(), mark));
        return contents;
    }
}
