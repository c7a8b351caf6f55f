package org.hfsregistry.analytics.feed.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.header.Header;
import org.hfsregistry.analytics.cohort.Change;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.feed.Batch;
import org.hfsregistry.analytics.feed.ChangeLog;
import org.hfsregistry.analytics.feed.FeedInterrupted;
import org.hfsregistry.analytics.feed.UnreadableDocuments;
import org.hfsregistry.contract.json.DocumentJson;
import org.hfsregistry.contract.topic.EventType;
import org.hfsregistry.contract.topic.Topics;
import org.hfsregistry.traces.EventSpans;
import org.hfsregistry.traces.EventTraces;
import org.hfsregistry.traces.TraceParent;

/** Reads the topics with all their partitions, each from where it is told to. */
final class TopicFollower implements ChangeLog.Follower {

    private final Consumer<String, byte[]> consumer;
    private final String log;
    private final String treatmentsTopic;
    private final String hospitalsTopic;
    private final UnreadableDocuments unreadable;
    private final List<TopicPartition> treatments;
    private final List<TopicPartition> hospitals;
    private final List<TopicPartition> quarantine;
    private final EventTraces traces;
    private LogPositions positions = LogPositions.NONE;
    private Optional<EventSpans> counting = Optional.empty();

    /** @param log which log it is */
    TopicFollower(
            Consumer<String, byte[]> consumer,
            String log,
            Topics topics,
            UnreadableDocuments unreadable,
            EventTraces traces) {
        this.consumer = consumer;
        this.log = log;
        this.treatmentsTopic = topics.treatments().name();
        this.hospitalsTopic = topics.hospitals().name();
        this.unreadable = unreadable;
        this.traces = traces;
        try {
            this.treatments = partitions(treatmentsTopic);
            this.hospitals = partitions(hospitalsTopic);
            this.quarantine = partitions(topics.quarantine().name());
            consumer.assign(all());
        } catch (KafkaException unreachable) {
            close();
            throw unreachable;
        }
    }

    /** A topic that was made a moment ago may not be known to the broker yet: with no partitions nothing of it would be followed. */
    private List<TopicPartition> partitions(String topic) {
        int partitions = consumer.partitionsFor(topic).size();
        if (partitions == 0) {
            throw new UnknownTopicOrPartitionException("the broker does not know " + topic + " yet");
        }
        return IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    private List<TopicPartition> all() {
        return Stream.of(treatments, hospitals, quarantine)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public String log() {
        return log;
    }

    @Override
    public LogPositions beginnings() {
        return positions(() -> consumer.beginningOffsets(all()));
    }

    @Override
    public LogPositions ends() {
        return positions(() -> consumer.endOffsets(all()));
    }

    private LogPositions positions(Supplier<Map<TopicPartition, Long>> asked) {
        try {
            Map<TopicPartition, Long> offsets = asked.get();
            return new LogPositions(
                    treatments.stream().map(offsets::get).toList(),
                    hospitals.stream().map(offsets::get).toList(),
                    quarantine.stream().map(offsets::get).toList());
        } catch (KafkaException unreachable) {
            throw new FeedInterrupted(unreachable);
        }
    }

    @Override
    public void seek(LogPositions from) {
        seek(treatments, from.treatments());
        seek(hospitals, from.hospitals());
        seek(quarantine, from.quarantine());
        positions = from;
    }

    private void seek(List<TopicPartition> partitions, List<Long> offsets) {
        for (int i = 0; i < partitions.size(); i++) {
            consumer.seek(partitions.get(i), i < offsets.size() ? offsets.get(i) : 0);
        }
    }

    @Override
    public Optional<Batch> poll(Duration longest) {
        endSpans();
        try {
            ConsumerRecords<String, byte[]> records = consumer.poll(longest);
            LogPositions before = positions;
            positions = new LogPositions(reached(treatments), reached(hospitals), reached(quarantine));
            if (records.isEmpty() && positions.equals(before)) {
                return Optional.empty();
            }
            List<Change> changes = new ArrayList<>(records.count());
            List<TraceParent> sent = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> record : records) {
                carried(record).ifPresent(sent::add);
                read(record).ifPresent(changes::add);
            }
            if (!sent.isEmpty()) {
                counting = Optional.of(traces.goOn("count", sent));
            }
            return Optional.of(new Batch(changes, positions));
        } catch (KafkaException unreachable) {
            throw new FeedInterrupted(unreachable);
        }
    }

    /** Who asks for the next changes has counted the last. */
    private void endSpans() {
        counting.ifPresent(EventSpans::close);
        counting = Optional.empty();
    }

    private static Optional<TraceParent> carried(ConsumerRecord<String, byte[]> record) {
        return Optional.ofNullable(record.headers().lastHeader("ce_" + EventType.TRACE_PARENT))
                .map(Header::value)
                .flatMap(text -> TraceParent.of(new String(text, UTF_8)));
    }

    private List<Long> reached(List<TopicPartition> partitions) {
        return partitions.stream().map(consumer::position).toList();
    }

    private Optional<Change> read(ConsumerRecord<String, byte[]> record) {
        boolean treatment = record.topic().equals(treatmentsTopic);
        try {
            if (record.value() == null) {
                return treatment && !record.key().equals(Topics.SEGMENT_END)
                        ? Optional.of(erased(record.key()))
                        : Optional.empty();
            }
            CloudEvent event = KafkaMessageFactory.createReader(record).toEvent();
            if (treatment) {
                return Optional.of(Change.of(DocumentJson.treatment(data(event, EventType.TREATMENT_CHANGED_V1))));
            }
            return Optional.of(
                    record.topic().equals(hospitalsTopic)
                            ? Change.of(DocumentJson.hospital(data(event, EventType.HOSPITAL_CHANGED_V1)))
                            : Change.of(DocumentJson.quarantine(data(event, EventType.QUARANTINE_CHANGED_V1))));
        } catch (IllegalArgumentException | ArithmeticException | CloudEventRWException poison) {
            unreadable.note(record.topic() + "-" + record.partition() + "@" + record.offset(), record.key(), poison);
            return Optional.empty();
        }
    }

    private static Change erased(String id) {
        int slash = id.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("the key names no treatment");
        }
        return Change.erased(id.substring(0, slash), id.substring(slash + 1));
    }

    private static byte[] data(CloudEvent event, String type) {
        CloudEventData data = event.getData();
        if (!event.getType().equals(type) || data == null) {
            throw new IllegalArgumentException("an event of type " + event.getType() + " and not " + type);
        }
        return data.toBytes();
    }

    @Override
    public void close() {
        endSpans();
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(2)));
    }
}
