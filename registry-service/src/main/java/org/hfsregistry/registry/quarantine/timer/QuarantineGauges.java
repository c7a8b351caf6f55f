package org.hfsregistry.registry.quarantine.timer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.hfsregistry.contract.registered.QuarantineCounts;
import org.springframework.stereotype.Component;

/**
 * How much somebody has to see to, by reason, and how old the oldest of it is: of all hospitals together, as a scrape must not
 * become a series for each. Every process shows the same, since all count the same quarantine.
 */
@Component
class QuarantineGauges {

    private final Clock clock;
    private final MultiGauge open;
    private final SortedMap<String, Integer> openByCode = new TreeMap<>();
    private volatile Optional<Instant> oldest = Optional.empty();

    QuarantineGauges(MeterRegistry meters, Clock clock) {
        this.clock = clock;
        this.open = MultiGauge.builder("hfs.registry.quarantine.open")
                .description("Arrivals in quarantine that somebody has to see to, by reason")
                .register(meters);
        TimeGauge.builder("hfs.registry.quarantine.oldest", this::age, TimeUnit.MILLISECONDS)
                .description("How long the oldest of these is in quarantine; 0 where there is none")
                .register(meters);
    }

    /** Shows the counts of all hospitals; a reason that there was once is shown as 0. */
    void show(List<QuarantineCounts> all) {
        openByCode.replaceAll((code, count) -> 0);
        all.forEach(counts -> counts.byCode().forEach((code, count) -> openByCode.merge(code, count, Integer::sum)));
        open.register(
                openByCode.entrySet().stream()
                        .<Row<?>>map(each -> Row.of(Tags.of("code", each.getKey()), each.getValue()))
                        .toList(),
                true);
        oldest = all.stream().flatMap(counts -> counts.oldestOpenAt().stream()).min(Comparator.naturalOrder());
    }

    private long age() {
        return oldest.map(since -> Duration.between(since, clock.instant()).toMillis())
                .orElse(0L);
    }
}
