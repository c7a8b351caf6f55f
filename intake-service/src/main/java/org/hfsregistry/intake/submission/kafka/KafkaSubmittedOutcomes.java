package org.hfsregistry.intake.submission.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.hfsregistry.intake.submission.BrokerUnavailable;
import org.hfsregistry.intake.submission.OutcomeSubmitted;
import org.hfsregistry.intake.submission.SubmittedOutcomes;
import org.hfsregistry.traces.EventTraces;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends each outcome with the one producer that all requests share, so that single posts that come together travel
 * together.
 *
 * <p>Not with Spring's template, which writes the payload of a failed send into the log.
 */
@Component
class KafkaSubmittedOutcomes implements SubmittedOutcomes {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaSubmittedOutcomes.class);

    private final SubmittedTopic topic;
    private final SubmittedEvents events;
    private final ProducerFactory<String, byte[]> producers;
    private final MeterRegistry meters;
    private final Timer acknowledged;
    private final Timer failed;
    private volatile boolean away;
    private volatile @Nullable Producer<String, byte[]> producer;

    KafkaSubmittedOutcomes(
            SubmittedTopic topic, ProducerFactory<String, byte[]> producers, MeterRegistry meters, EventTraces traces) {
        this.topic = topic;
        this.events = new SubmittedEvents(topic.name(), traces);
        this.producers = producers;
        this.meters = meters;
        this.acknowledged = timer("acknowledged");
        this.failed = timer("failed");
    }

    private Timer timer(String result) {
        return Timer.builder("hfs.intake.publish")
                .description("From handing an outcome to the producer to the broker's acknowledgement, or to giving up")
                .tag("result", result)
                .register(meters);
    }

    @Override
    public Written written(OutcomeSubmitted event) {
        ProducerRecord<String, byte[]> record = events.record(event);
        return () -> add(record);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears the same
    private CompletableFuture<@Nullable Void> add(ProducerRecord<String, byte[]> record) {
        CompletableFuture<@Nullable Void> kept = new CompletableFuture<>();
        Timer.Sample sample = Timer.start(meters);
        try {
            topic.ensure();
            producer().send(record, (position, failure) -> settle(kept, sample, failure));
        } catch (BrokerUnavailable | KafkaException e) {
            settle(kept, sample, e);
        }
        return kept;
    }

    private void settle(CompletableFuture<@Nullable Void> kept, Timer.Sample sample, @Nullable Exception failure) {
        if (failure == null) {
            sample.stop(acknowledged);
            tellAChange(false, "");
            kept.complete(null);
            return;
        }
        sample.stop(failed);
        BrokerUnavailable unavailable = failure instanceof BrokerUnavailable known
                ? known
                : new BrokerUnavailable("Kafka did not acknowledge an outcome: " + failure.getMessage(), failure);
        tellAChange(true, String.valueOf(unavailable.getMessage()));
        kept.completeExceptionally(unavailable);
    }

    /** Once for an outage, not for each of its outcomes. */
    private void tellAChange(boolean isAway, String why) {
        if (isAway != away) {
            away = isAway;
            if (isAway) {
                LOG.warn("Outcomes are answered 503 from now on: {}", why);
            } else {
                LOG.info("Kafka acknowledges outcomes again");
            }
        }
    }

    /** Made at the first outcome: making it fails where the broker's name can't be resolved yet. */
    private Producer<String, byte[]> producer() {
        Producer<String, byte[]> made = producer;
        if (made == null) {
            made = producers.createProducer();
            producer = made;
        }
        return made;
    }
}
