package org.hfsregistry.registry.page.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hfsregistry.contract.clinical.Code;
import org.hfsregistry.registry.paging.Page;

/** What a page is asked for; a field of a form that was left empty is not given. */
final class Query {

    static final String CURSOR = "cursor";
    static final String HOSPITAL = "hospitalId";

    private static final int ROWS = 50;

    private final Map<String, String> given = new LinkedHashMap<>();

    /** Refuses what the page does not know: a filter that is passed over would make a page of something else. */
    Query(Map<String, String[]> parameters, Set<String> known) {
        parameters.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw new UnfitAddress(
                        "trouble.unknown", name, known.stream().sorted().collect(Collectors.joining(", ")));
            }
            if (values.length > 1) {
                throw new UnfitAddress("trouble.once", name);
            }
            if (values.length == 1 && !values[0].isBlank()) {
                given.put(name, values[0]);
            }
        });
    }

    /** The value of a parameter. */
    Optional<String> one(String name) {
        return Optional.ofNullable(given.get(name));
    }

    /** The value of a parameter that takes terms. */
    <E extends Enum<E> & Code> Optional<E> term(String name, Class<E> terms) {
        return one(name)
                .map(code -> Arrays.stream(terms.getEnumConstants())
                        .filter(term -> term.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> new UnfitAddress(
                                "trouble.choice",
                                name,
                                Arrays.stream(terms.getEnumConstants())
                                        .map(Code::code)
                                        .collect(Collectors.joining(", ")))));
    }

    /** The value of a parameter that takes a day. */
    Optional<LocalDate> day(String name) {
        return one(name).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw new UnfitAddress("trouble.day", name);
            }
        });
    }

    /** Which part is asked for of a list whose rows have such keys. */
    Page page(Predicate<String> isKey) {
        return Page.of(one(CURSOR), Optional.of(ROWS), isKey);
    }

    /** What makes the list that it is: everything but whose it is and which part of it. */
    Map<String, String> filters() {
        Map<String, String> filters = new LinkedHashMap<>(given);
        filters.keySet().removeAll(Set.of(CURSOR, HOSPITAL));
        return filters;
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
}
