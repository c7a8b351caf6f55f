package org.hfsregistry.registry.quarantine.timer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hfsregistry.contract.registered.QuarantineCounts;
import org.springframework.stereotype.Component;

/**
 * How much somebody has to see to, by reason: of all hospitals together, as a scrape must not become a series for each. Every
 * process shows the same, since all count the same quarantine. Since when is not shown: that is of one record.
 */
@Component
class QuarantineGauges {

    private final MultiGauge open;
    private final SortedMap<String, Integer> openByCode = new TreeMap<>();

    QuarantineGauges(MeterRegistry meters) {
        this.open = MultiGauge.builder("hfs.registry.quarantine.open")
                .description("Arrivals in quarantine that somebody has to see to, by reason")
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
    }
}
