package org.hfsregistry.analytics.statistic.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.hfsregistry.analytics.disclosure.Thresholds;
import org.springframework.stereotype.Component;

/** The k that is in force, so that a registry that was started with another one does not go unnoticed. */
@Component
final class DisclosureGauges implements MeterBinder {
    private final Thresholds thresholds;

    DisclosureGauges(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        bind(meters, "everybody", thresholds.everybody());
        bind(meters, "researchers", thresholds.researchers());
    }

    private void bind(MeterRegistry meters, String audience, int k) {
        Gauge.builder("hfs.analytics.disclosure.k", () -> k)
                .description("How many people a number stands for at least")
                .tag("audience", audience)
                .register(meters);
    }
}
