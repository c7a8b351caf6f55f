package org.hfsregistry.analytics.page.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.util.MultiValueMap;

/** What stands behind the question mark of a page's address; a field of a form that was left empty is not given. */
final class Query {
    private static final int LONGEST = 200;

    private final Map<String, List<String>> given = new LinkedHashMap<>();

    /** Refuses what the page does not know: a filter that is passed over would make a page of something else. */
    Query(MultiValueMap<String, String> parameters, Set<String> known) {
        parameters.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw new UnfitAddress(
                        "trouble.unknown",
                        name,
                        String.join(", ", known.stream().sorted().toList()));
            }
            List<String> filled =
                    values.stream().filter(value -> !value.isBlank()).toList();
            if (filled.stream().anyMatch(value -> value.length() > LONGEST)) {
                throw new UnfitAddress("trouble.long", name, Integer.toString(LONGEST));
            }
            if (!filled.isEmpty()) {
                given.put(name, filled);
            }
        });
    }

    /** For pages that take nothing. */
    static void refuseAny(MultiValueMap<String, String> parameters) {
        parameters.keySet().stream().findFirst().ifPresent(name -> {
            throw new UnfitAddress("trouble.none", name);
        });
    }

    /** The one value. */
    Optional<String> one(String name) {
        List<String> values = given.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new UnfitAddress("trouble.once", name);
        }
        return values.stream().findFirst();
    }

    /** The one value, which is among some. */
    <T> Optional<T> one(String name, List<T> choices, Function<T, String> code) {
        return one(name)
                .map(value -> choices.stream()
                        .filter(choice -> code.apply(choice).equals(value))
                        .findFirst()
                        .orElseThrow(
                                () -> unfit(name, choices.stream().map(code).toList())));
    }

    <E extends Enum<E>> Optional<E> one(String name, E[] choices) {
        return one(name, List.of(choices), choice -> choice.name().toLowerCase(Locale.ROOT));
    }

    /** All values, each among some. */
    Set<String> all(String name, List<String> choices) {
        Set<String> values = all(name);
        if (!choices.containsAll(values)) {
            throw unfit(name, choices);
        }
        return values;
    }

    Set<String> all(String name) {
        return new LinkedHashSet<>(given.getOrDefault(name, List.of()));
    }

    private static UnfitAddress unfit(String name, List<String> choices) {
        return new UnfitAddress("trouble.choice", name, String.join(", ", choices));
    }

    /** The address asks for something that the page has not; what it is lies in the words under the key. */
    static final class UnfitAddress extends RuntimeException {
        private final String key;

        @SuppressWarnings("serial") // it is thrown to the page and written nowhere
        private final List<String> named;

        UnfitAddress(String key, String... named) {
            super(key + " " + Arrays.toString(named));
            this.key = key;
            this.named = List.of(named);
        }

        String key() {
            return key;
        }

        List<String> named() {
            return named;
        }
    }

    /** There is no hospital by this id. */
    static final class UnknownHospital extends RuntimeException {
        private final String id;

        UnknownHospital(String id) {
            super(id);
            this.id = id;
        }

        String id() {
            return id;
        }
    }
}
