package org.hfsregistry.registry.registration.kafka.lag;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.hfsregistry.contract.topic.Topics;
import org.hfsregistry.registry.timing.Repeated;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * Tells how long the log keeps what was submitted, as the broker says: the topic may have been made by others, and be altered
 * while the registry runs. What was told last stays while the broker does not answer; before the first answer there is no number,
 * nor where the log is deleted by its size or compacted.
 */
@Component
class WatchRetention implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WatchRetention.class);

    private final KafkaAdmin kafka;
    private final ConfigResource log;
    private final Repeated watching;
    private volatile Optional<Kept> kept = Optional.empty();
    private volatile Optional<Admin> admin = Optional.empty();

    WatchRetention(KafkaAdmin kafka, Topics topics, LagSettings settings, MeterRegistry meters) {
        this.kafka = kafka;
        this.log =
                new ConfigResource(ConfigResource.Type.TOPIC, topics.submitted().name());
        this.watching = new Repeated(
                "ask how long the log is kept", settings.askRetentionEvery(), () -> admin.ifPresent(this::ask));
        Gauge.builder("hfs.registry.log.kept", this, WatchRetention::keptSeconds)
                .description("How long the log keeps what was submitted, as the broker says")
                .baseUnit("seconds")
                .register(meters);
    }

    @Override
    public void start() {
        admin = Optional.of(Admin.create(kafka.getConfigurationProperties()));
        watching.start();
    }

    /** What waits for a broker that is away is broken off. */
    @Override
    public void stop() {
        watching.stop(() -> admin.ifPresent(open -> open.close(Duration.ZERO)));
    }

    @Override
    public boolean isRunning() {
        return watching.isRunning();
    }

    private void ask(Admin open) {
        try {
            Config told = Objects.requireNonNull(
                    open.describeConfigs(Set.of(log)).all().get().get(log));
            tell(Kept.of(told));
        } catch (ExecutionException | KafkaException e) {
            LOG.debug("How long the log is kept can't be told", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Why it is not known is said once, and again where it changes. */
    private void tell(Kept now) {
        if (!kept.equals(Optional.of(now))) {
            now.unknownBecause()
                    .ifPresent(because -> LOG.warn(
                            "How long {} keeps outcomes is not known, since {}: it may drop what waits to be registered,"
                                    + " and nobody is warned",
                            log.name(),
                            because));
        }
        kept = Optional.of(now);
    }

    private double keptSeconds() {
        return kept.map(Kept::seconds).orElse(Double.NaN);
    }
}
