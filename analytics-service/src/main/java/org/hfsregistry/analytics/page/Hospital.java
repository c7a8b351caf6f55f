package org.hfsregistry.analytics.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.page.figure.Told;

/**
 * Who a hospital is, as it said itself.
 *
 * @param name its id where it said none
 * @param equipment what it said of each; absent where it said nothing
 * @param own whether it is the reader's, who sees its numbers whole
 */
public record Hospital(
        String id,
        String name,
        Optional<String> country,
        Map<String, Boolean> equipment,
        List<String> team,
        boolean own) {

    static Hospital of(String id, Map<String, Object> said, Audience audience) {
        Map<String, Boolean> equipment = new LinkedHashMap<>();
        if (said.get("equipment") instanceof Map<?, ?> given) {
            given.forEach((name, has) -> equipment.put(String.valueOf(name), Boolean.TRUE.equals(has)));
        }
        Told told = Told.of(said);
        return new Hospital(
                id,
                told.text("name").orElse(id),
                told.text("country").filter(code -> !code.equals("XX")),
                equipment,
                said.get("team") instanceof List<?> team
                        ? team.stream().map(String::valueOf).toList()
                        : List.of(),
                audience.owns(id));
    }

    /** Whether it said that it has this. */
    public boolean has(String what) {
        return equipment.getOrDefault(what, false);
    }

    /** Whether it said anything but its name. */
    public boolean isDescribed() {
        return !equipment.isEmpty() || !team.isEmpty();
    }
}
