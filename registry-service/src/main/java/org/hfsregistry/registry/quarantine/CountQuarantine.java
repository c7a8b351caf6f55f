package org.hfsregistry.registry.quarantine;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hfsregistry.contract.registered.QuarantineCounts;
import org.springframework.stereotype.Service;

/**
 * Counts what is in quarantine, hospital by hospital. It remembers how much was found settled, and looks again only at the rest
 * and at what came since, and at all where an outcome was left out by an undone merge, since what it had settled is so no more; so
 * a count costs what is not settled, and only the first one everything. However much that is, it is looked at by the page: no more
 * of it is held at once.
 */
@Service
public final class CountQuarantine {

    static final int AT_ONCE = 500;

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
        Unsettled unsettled = new Unsettled();
        lookAgain(book, unsettled);
        boolean isFirst = book.reached.isEmpty();
        boolean isLeftOut = book.size() < size && lookOn(hospitalId, book, unsettled) && !isFirst;
        if (isLeftOut || book.size() < size) {
            // What was left out may have settled others. Or one came below those that were seen, since a bulk is
            // written
            // in any order. It is counted from the beginning.
            book = new Book();
            books.put(hospitalId, book);
            unsettled = new Unsettled();
            lookOn(hospitalId, book, unsettled);
        }
        return unsettled.counts(hospitalId, book.resolved, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private void lookAgain(Book book, Unsettled sum) {
        Set<String> ids = book.unsettledAfter("");
        while (!ids.isEmpty()) {
            book.settle(listQuarantine.listed(quarantine.find(ids)), sum);
            ids = book.unsettledAfter(ids.stream().max(String::compareTo).orElseThrow());
        }
    }

    /** Whether something came of an outcome that was left out. */
    private boolean lookOn(String hospitalId, Book book, Unsettled sum) {
        boolean isLeftOut = false;
        int came;
        do {
            List<Quarantined> next = quarantine.of(hospitalId, book.reached, AT_ONCE);
            List<ListQuarantine.Listed> listed = listQuarantine.listed(next);
            isLeftOut |= listed.stream().anyMatch(ListQuarantine.Listed::leftOut);
            book.settle(listed, sum);
            if (!next.isEmpty()) {
                book.reached = Optional.of(next.getLast().id());
            }
            came = next.size();
        } while (came == AT_ONCE);
        return isLeftOut;
    }

    /** What is known of a hospital: ids alone, as the content is the store's. */
    private static final class Book {
        private Optional<String> reached = Optional.empty();
        private final NavigableSet<String> unsettled = new TreeSet<>();
        private int resolved;

        private int size() {
            return resolved + unsettled.size();
        }

        private Set<String> unsettledAfter(String id) {
            return unsettled.tailSet(id, false).stream().limit(AT_ONCE).collect(Collectors.toUnmodifiableSet());
        }

        /** Takes in how some stand, and adds those that are not settled. */
        private void settle(List<ListQuarantine.Listed> looked, Unsettled sum) {
            for (ListQuarantine.Listed each : looked) {
                if (each.standing().state() == Standing.State.RESOLVED) {
                    unsettled.remove(each.id());
                    resolved++;
                } else {
                    unsettled.add(each.id());
                    sum.add(each);
                }
            }
        }
    }

    /** How many of a hospital's are not settled. */
    private static final class Unsettled {
        private final SortedMap<String, Integer> byCode = new TreeMap<>();
        private Optional<Instant> oldest = Optional.empty();
        private int open;
        private int resubmitted;

        private void add(ListQuarantine.Listed listed) {
            if (listed.standing().state() == Standing.State.OPEN) {
                Instant since = listed.quarantined().quarantinedAt();
                open++;
                byCode.merge(listed.quarantined().refusal().code(), 1, Integer::sum);
                oldest = oldest.filter(known -> !since.isBefore(known)).or(() -> Optional.of(since));
            } else {
                resubmitted++;
            }
        }

        private QuarantineCounts counts(String hospitalId, int resolved, Instant countedAt) {
            return new QuarantineCounts(hospitalId, open, resubmitted, resolved, byCode, oldest, countedAt);
        }
    }
}
