package org.hfsregistry.intake.submission.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.hfsregistry.contract.json.OutcomeJson;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.topic.EventType;
import org.hfsregistry.intake.submission.OutcomeSubmitted;
import org.hfsregistry.traces.EventTraces;
import org.hfsregistry.traces.TraceParent;

/**
 * How submitted outcomes stand on the topic: CloudEvents in binary mode.
 *
 * <p>The headers are written here and not by the CloudEvents library, whose builder and writer take longer than reading the
 * outcome; a test holds both against one another. An event's id is that of this intake's run and a number: it is unique as
 * a random one is, and neighbours are alike, so that they are compressed well.
 */
final class SubmittedEvents {

    private static final Header VERSION = header("ce_specversion", "1.0");
    private static final Header TYPE = header("ce_type", EventType.OUTCOME_SUBMITTED_V1);
    private static final Header CONTENT_TYPE = header("content-type", "application/json");

    private final String topic;
    private final EventTraces traces;
    private final String run = UUID.randomUUID() + "-";
    private final AtomicLong number = new AtomicLong();
    private volatile Time last = new Time(Instant.EPOCH, header("ce_time", Instant.EPOCH.toString()));

    /** A time and its header: outcomes that are sent together have the same one. */
    private record Time(Instant at, Header header) {}

    SubmittedEvents(String topic, EventTraces traces) {
        this.topic = topic;
        this.traces = traces;
    }

    /** The key is the hospital: one hospital has one order. */
    ProducerRecord<String, byte[]> record(OutcomeSubmitted event) {
        Outcome outcome = event.outcome();
        String hospital = outcome.hospitalId();
        List<Header> headers = List.of(
                VERSION,
                header("ce_id", run + number.incrementAndGet()),
                TYPE,
                header("ce_source", "/hospitals/" + hospital),
                header("ce_subject", outcome.outcomeId()),
                time(event.at()),
                header("ce_" + EventType.SUBMITTED_BY, event.clientId()),
                CONTENT_TYPE);
        return new ProducerRecord<>(topic, null, hospital, OutcomeJson.write(outcome), traced(headers));
    }

    /** All rows of a batch carry the span of their request. */
    private List<Header> traced(List<Header> headers) {
        Optional<TraceParent> span = traces.here();
        if (span.isEmpty()) {
            return headers;
        }
        List<Header> withTrace = new ArrayList<>(headers);
        withTrace.add(header("ce_" + EventType.TRACE_PARENT, span.get().toString()));
        return withTrace;
    }

    private Header time(Instant at) {
        Time time = last;
        if (!time.at.equals(at)) {
            time = new Time(at, header("ce_time", at.toString()));
            last = time;
        }
        return time.header;
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
