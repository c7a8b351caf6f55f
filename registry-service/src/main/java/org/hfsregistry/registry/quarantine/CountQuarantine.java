package org.hfsregistry.registry.quarantine;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hfsregistry.contract.registered.QuarantineCounts;
import org.springframework.stereotype.Service;

/**
 * Counts what is in quarantine, hospital by hospital. It remembers what was found settled, and looks again only at the rest
 * and at what came since; so a count costs what is not settled, and only the first one everything.
 */
@Service
public final class CountQuarantine {

    private static final int AT_ONCE = 500;

    private final Quarantine quarantine;
    private final ListQuarantine listQuarantine;
    private final Clock clock;
    private final Map<String, Book> books = new HashMap<>();

    /** Of this quarantine. */
    public CountQuarantine(Quarantine quarantine, ListQuarantine listQuarantine, Clock clock) {
        this.quarantine = quarantine;
        this.listQuarantine = listQuarantine;
        this.clock = clock;
    }

    /** The counts of every hospital that has anything in quarantine, or had; by hospitalId. To be called by one at a time. */
    public List<QuarantineCounts> count() {
        return new TreeMap<>(quarantine.sizes())
                .entrySet().stream()
                        .map(size -> count(size.getKey(), size.getValue()))
                        .toList();
    }

    private QuarantineCounts count(String hospitalId, int size) {
        Book book = books.computeIfAbsent(hospitalId, first -> new Book());
        List<ListQuarantine.Listed> unsettled = lookAgain(book);
        if (book.size() < size) {
            unsettled.addAll(lookOn(hospitalId, book));
        }
        if (book.size() < size) {
            // A bulk is written in any order: one came below those that were seen. It is counted from the beginning.
            book = new Book();
            books.put(hospitalId, book);
            unsettled = lookOn(hospitalId, book);
        }
        return counts(hospitalId, book.resolved, unsettled);
    }

    private List<ListQuarantine.Listed> lookAgain(Book book) {
        List<ListQuarantine.Listed> unsettled = new ArrayList<>();
        List<String> before = List.copyOf(book.unsettled);
        for (int from = 0; from < before.size(); from += AT_ONCE) {
            Set<String> ids = Set.copyOf(before.subList(from, Math.min(from + AT_ONCE, before.size())));
            unsettled.addAll(book.settle(listQuarantine.listed(quarantine.find(ids))));
        }
        return unsettled;
    }

    private List<ListQuarantine.Listed> lookOn(String hospitalId, Book book) {
        List<ListQuarantine.Listed> unsettled = new ArrayList<>();
        List<Quarantined> came;
        do {
            came = quarantine.of(hospitalId, book.reached, AT_ONCE);
            unsettled.addAll(book.settle(listQuarantine.listed(came)));
            if (!came.isEmpty()) {
                book.reached = Optional.of(came.getLast().id());
            }
        } while (came.size() == AT_ONCE);
        return unsettled;
    }

    private QuarantineCounts counts(String hospitalId, int resolved, List<ListQuarantine.Listed> unsettled) {
        List<Quarantined> open = unsettled.stream()
                .filter(listed -> listed.standing().state() == Standing.State.OPEN)
                .map(ListQuarantine.Listed::quarantined)
                .toList();
        SortedMap<String, Integer> byCode = new TreeMap<>();
        open.forEach(each -> byCode.merge(each.refusal().code(), 1, Integer::sum));
        Optional<Instant> oldest = open.stream().map(Quarantined::quarantinedAt).min(Comparator.naturalOrder());
        return new QuarantineCounts(
                hospitalId,
                open.size(),
                unsettled.size() - open.size(),
                resolved,
                byCode,
                oldest,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** What is known of a hospital; of what is not settled the ids alone, as its content is the store's. */
    private static final class Book {
        private Optional<String> reached = Optional.empty();
        private final Set<String> unsettled = new TreeSet<>();
        private int resolved;

        private int size() {
            return resolved + unsettled.size();
        }

        /** Takes in how some stand; returns those that are not settled. */
        private List<ListQuarantine.Listed> settle(List<ListQuarantine.Listed> looked) {
            List<ListQuarantine.Listed> rest = new ArrayList<>();
            for (ListQuarantine.Listed each : looked) {
                if (each.standing().state() == Standing.State.RESOLVED) {
                    unsettled.remove(each.id());
                    resolved++;
                } else {
                    unsettled.add(each.id());
                    rest.add(each);
                }
            }
            return rest;
        }
    }
}
