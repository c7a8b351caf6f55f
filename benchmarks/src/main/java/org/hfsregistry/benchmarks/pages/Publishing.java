package org.hfsregistry.benchmarks.pages;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.hfsregistry.benchmarks.analytics.MadeUp;
import org.hfsregistry.contract.json.DocumentJson;
import org.hfsregistry.contract.registered.TreatmentDocument;
import org.hfsregistry.contract.topic.EventType;

/** Publishes made-up treatments, and changes to them, as the registry would. */
final class Publishing implements AutoCloseable {

    private static final long NANOS_OF_A_SECOND = 1_000_000_000L;

    private final MadeUp madeUp;
    private final int blocks;
    private final String topic;
    private final KafkaProducer<String, byte[]> producer;
    private final AtomicLong failed = new AtomicLong();
    private final SplittableRandom random = new SplittableRandom(3);
    private int version = 1;
    private long published;

    Publishing(String bootstrap, String topic, MadeUp madeUp, int treatments) {
        this.madeUp = madeUp;
        this.blocks = treatments / MadeUp.BLOCK;
        this.topic = topic;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all", "compression.type", "lz4"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** All treatments, in their first version; returns when the broker has them. */
    void publishAll() {
        for (int block = 0; block < blocks; block++) {
            madeUp.block(block, version).forEach(this::publish);
        }
        producer.flush();
    }

    /** Newer versions of some of them, so many a second; returns after so many seconds. */
    void change(int changesASecond, int seconds) {
        long start = System.nanoTime();
        for (int change = 0; change < changesASecond * seconds; change++) {
            long due = start + change * NANOS_OF_A_SECOND / changesASecond;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            version++;
            List<TreatmentDocument> block = madeUp.block(random.nextInt(blocks), version);
            publish(block.get(random.nextInt(block.size())));
        }
        producer.flush();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears the same
    private void publish(TreatmentDocument document) {
        List<Header> headers = List.of(
                header("ce_specversion", "1.0"),
                header("ce_id", document.id() + "@" + document.version()),
                header("ce_source", "/hospitals/" + document.hospitalId()),
                header("ce_type", EventType.TREATMENT_CHANGED_V1),
                header("content-type", "application/json"));
        producer.send(
                new ProducerRecord<>(topic, null, document.id(), DocumentJson.write(document), headers),
                (metadata, failure) -> {
                    if (failure != null) {
                        failed.incrementAndGet();
                    }
                });
        published++;
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(US_ASCII));
    }

    /** How many versions of treatments have been published, which is the data version that follows from them. */
    long published() {
        if (failed.get() > 0) {
            throw new IllegalStateException(failed.get() + " treatments could not be published");
        }
        return published;
    }

    @Override
    public void close() {
        producer.close();
    }
}
