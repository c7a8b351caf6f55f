package org.hfsregistry.registry.registration.kafka.lag;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.hfsregistry.contract.topic.Topics;
import org.hfsregistry.registry.receipt.Followed;
import org.hfsregistry.registry.receipt.FollowedLog;
import org.hfsregistry.registry.timing.Repeated;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells how much of the log waits to be registered, and for how long. Kafka's own metrics of a consumer tell it only while that
 * consumer fetches, which is what it does not do when something is wrong.
 *
 * <p>Every instance tells the same, of the whole log. While the store is away nothing is registered, so it is reckoned from what the store
 * said last: what waits grows older, and that is most urgent in the longest outages. Where the broker does not answer, or there is no
 * such log, or the store has not answered yet, there is no number.
 */
@Component
class WatchLag implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WatchLag.class);
    private static final int SMALLEST_FETCH = 1;

    private final ConsumerFactory<String, byte[]> kafka;
    private final Topics topics;
    private final FollowedLog followed;
    private final Repeated watching;
    private final Clock clock;
    private Optional<Map<Integer, Followed>> known = Optional.empty();
    private volatile Optional<WaitingOutcomes> waiting = Optional.empty();
    private volatile Optional<Consumer<String, byte[]>> consumer = Optional.empty();

    WatchLag(
            ConsumerFactory<String, byte[]> kafka,
            Topics topics,
            FollowedLog followed,
            LagSettings settings,
            MeterRegistry meters,
            Clock clock) {
        this.kafka = kafka;
        this.topics = topics;
        this.followed = followed;
        this.watching = new Repeated("watch the log's lag", settings.lookEvery(), () -> consumer.ifPresent(this::look));
        this.clock = clock;
        Gauge.builder("hfs.registry.waiting", this, it -> it.told(outcomes -> (double) outcomes.count()))
                .description("Outcomes that are submitted and not registered yet")
                .register(meters);
        Gauge.builder(
                        "hfs.registry.waiting.age",
                        this,
                        it -> it.told(outcomes -> outcomes.age().toMillis() / 1e3))
                .description("How long the oldest of them waits")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("hfs.registry.lost", this, it -> it.told(outcomes -> (double) outcomes.lost()))
                .description("Outcomes that the log dropped before they were registered")
                .register(meters);
    }

    private double told(ToDoubleFunction<WaitingOutcomes> what) {
        return waiting.map(what::applyAsDouble).orElse(Double.NaN);
    }

    @Override
    public void start() {
        consumer = Optional.of(consumer());
        watching.start();
    }

    /** A look that waits for a broker which is away is broken off. */
    @Override
    public void stop() {
        watching.stop(() -> consumer.ifPresent(Consumer::wakeup));
        consumer.ifPresent(Consumer::close);
    }

    @Override
    public boolean isRunning() {
        return watching.isRunning();
    }

    private void look(Consumer<String, byte[]> consumer) {
        try {
            waiting = WaitingOutcomes.in(topics.submitted().name(), known(), consumer, clock);
        } catch (RuntimeException e) {
            LOG.debug("How much waits to be registered can't be told", e);
            waiting = Optional.empty();
        }
    }

    private Map<Integer, Followed> known() {
        try {
            Map<Integer, Followed> now = followed.all();
            known = Optional.of(now);
            return now;
        } catch (RuntimeException e) {
            LOG.debug("How far the log was followed is what the store said last", e);
            return known.orElseThrow(() -> e);
        }
    }

    /** It is of no group: it is given its partitions by hand, and takes none from the followers. */
    private Consumer<String, byte[]> consumer() {
        Properties own = new Properties();
        own.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, SMALLEST_FETCH);
        own.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, SMALLEST_FETCH);
        return kafka.createConsumer(null, "watch-lag", null, own);
    }
}
