package org.hfsregistry.intake.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.topic.EventType;
import org.hfsregistry.intake.running.RawOutcomes;
import org.hfsregistry.intake.running.WrittenTable;

/** A way in which hospitals submit. */
enum Way {
    OUTCOME("/v1/outcomes", "application/json"),
    EVENT("/v1/outcomes", "application/cloudevents+json"),
    NDJSON("/v1/outcomes/batch", "application/x-ndjson"),
    ARRAY("/v1/outcomes/batch", "application/json"),
    TABLE("/v1/outcomes/batch", "text/csv"),
    BUNDLE("/fhir", "application/fhir+json");

    static final List<Way> ALL = List.of(values());

    private final String path;
    private final String contentType;

    Way(String path, String contentType) {
        this.path = path;
        this.contentType = contentType;
    }

    String path() {
        return path;
    }

    String contentType() {
        return contentType;
    }

    boolean isBatch() {
        return path.endsWith("/batch");
    }

    /** Bodies without a fault; each character is a byte. */
    List<String> valid() {
        List<String> outcomes = Examples.ofEachType().stream().map(Way::sent).toList();
        List<String> bodies = switch (this) {
            case OUTCOME -> outcomes;
            case EVENT -> outcomes.stream().map(Way::event).toList();
            case NDJSON -> List.of(String.join("\n", outcomes), outcomes.getFirst() + "\r\n");
            case ARRAY -> List.of("[" + String.join(",\n", outcomes) + "]", "[ ]");
            case TABLE -> List.of(WrittenTable.of(outcomes, ','), WrittenTable.of(outcomes, ';'));
            case BUNDLE ->
                List.of(
                        example("mvd-outcome"),
                        example("mvd-recurrence"),
                        example("botox-relief"),
                        example("medication-response"),
                        example("botox-relief").replace("\"transaction\"", "\"batch\""));
        };
        return bodies.stream()
                .map(body -> new String(body.getBytes(UTF_8), ISO_8859_1))
                .toList();
    }

    private static String sent(Outcome outcome) {
        return RawOutcomes.json(outcome, "P-4711");
    }

    private static String event(String outcome) {
        return """
            {"specversion":"1.0","id":"e-1","source":"/hospitals/h-01","type":"%s","time":"2024-03-31T09:30:00Z",\
            "datacontenttype":"application/json","data":%s}\
            """.formatted(EventType.OUTCOME_SUBMITTED_V1, outcome);
    }

    private static String example(String name) {
        try {
            return Files.readString(Path.of("..", "docs", "fhir", name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
