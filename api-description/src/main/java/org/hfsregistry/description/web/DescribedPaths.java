package org.hfsregistry.description.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hfsregistry.contract.json.Nearest;

/**
 * The paths that a service describes, to find the one that was meant. What is told is a path of the description, and nothing of
 * the address that was asked for, as that may have a patient in it.
 *
 * @param templates as the description has them, {@code /v1/outcomes/{outcomeId}}
 */
record DescribedPaths(List<String> templates) {

    /** Whether one of them is asked for. */
    boolean has(String path) {
        return asAskedFor(path).containsKey(path);
    }

    /** The one that was meant; absent where none is near. */
    Optional<String> nearest(String path) {
        Map<String, String> byAddress = asAskedFor(path);
        return Nearest.to(path, byAddress.keySet()).map(byAddress::get);
    }

    /** Each by its address where its variables are what stands at their places in a path. */
    private Map<String, String> asAskedFor(String path) {
        String[] given = path.split("/", -1);
        Map<String, String> byAddress = new LinkedHashMap<>();
        for (String template : templates) {
            List<String> parts = new ArrayList<>(List.of(template.split("/", -1)));
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i).startsWith("{") && i < given.length) {
                    parts.set(i, given[i]);
                }
            }
            byAddress.putIfAbsent(String.join("/", parts), template);
        }
        return byAddress;
    }
}
