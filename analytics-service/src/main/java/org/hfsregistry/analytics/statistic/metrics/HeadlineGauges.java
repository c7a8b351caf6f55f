package org.hfsregistry.analytics.statistic.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hfsregistry.analytics.cohort.NotReadYet;
import org.hfsregistry.analytics.disclosure.Thresholds;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.question.Question;
import org.hfsregistry.analytics.statistic.Answer;
import org.hfsregistry.analytics.statistic.Statistics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Headline numbers by hospital, and of the network under the hospital {@code all}, as everybody may see them. A number that
 * is not shown has no gauge.
 */
@Component
@EnableConfigurationProperties(GaugeSettings.class)
final class HeadlineGauges {
    private static final Logger LOG = LoggerFactory.getLogger(HeadlineGauges.class);
    private static final String NETWORK = "all";

    private final Statistics statistics;
    private final Thresholds thresholds;
    private final GaugeSettings settings;
    private final List<Headline> headlines;

    HeadlineGauges(Statistics statistics, Thresholds thresholds, GaugeSettings settings, MeterRegistry meters) {
        this.statistics = statistics;
        this.thresholds = thresholds;
        this.settings = settings;
        this.headlines = List.of(
                headline(meters, "hfs.mvd.success", Question.Success.DEFAULT, "n", "rate", "completeness"),
                headline(meters, "hfs.mvd.recurrence", Question.Recurrence.DEFAULT, "atRisk", "rate"),
                headline(meters, "hfs.botox.relief", Question.Relief.DEFAULT, "n", "responseRate", "medianDays"));
    }

    private record Headline(Question question, Map<String, MultiGauge> gauges) {}

    private static Headline headline(MeterRegistry meters, String name, Question question, String... fields) {
        Map<String, MultiGauge> gauges = new LinkedHashMap<>();
        for (String field : fields) {
            gauges.put(
                    field,
                    MultiGauge.builder(name + "." + dotted(field))
                            .description(field + " of " + name + " by hospital, as everybody may see it")
                            .register(meters));
        }
        return new Headline(question, gauges);
    }

    /** responseRate as response.rate, which every monitoring system writes in its own way. */
    private static String dotted(String field) {
        return field.replaceAll("([A-Z])", ".$1").toLowerCase(Locale.ROOT);
    }

    @Scheduled(fixedDelayString = "PT5S")
    void refresh() {
        try {
            headlines.forEach(this::refresh);
        } catch (NotReadYet notReadYet) {
            LOG.debug("No headline gauges yet: {}", notReadYet.getMessage());
        }
    }

    private void refresh(Headline headline) {
        Answer answer = statistics.only(
                headline.gauges().keySet(), Asked.ofAll(headline.question()), thresholds.forEverybody());
        headline.gauges().forEach((field, gauge) -> {
            List<Row<?>> rows = new ArrayList<>();
            answer.groups().stream()
                    .limit(settings.hospitals())
                    .forEach(group -> add(rows, String.valueOf(group.get("hospitalId")), group.get(field)));
            add(rows, NETWORK, answer.network().get(field));
            gauge.register(rows, true);
        });
    }

    private static void add(List<Row<?>> rows, String hospital, @Nullable Object value) {
        if (value instanceof Number number) {
            rows.add(Row.of(Tags.of("hospital", hospital), number));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class Schedule {}
}
