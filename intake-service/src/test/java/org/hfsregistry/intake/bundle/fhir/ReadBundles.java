package org.hfsregistry.intake.bundle.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.json.OutcomeJson;
import org.hfsregistry.contract.json.OutcomeReading;
import org.hfsregistry.contract.json.Submission;
import org.hfsregistry.intake.bundle.BundledResult;
import org.hfsregistry.intake.bundle.OutcomeBundle;
import org.hfsregistry.intake.bundle.OutcomeBundles.Reading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bundles as hospitals send them, what is read out of them, and the answers. */
final class ReadBundles {

    static final FhirBundles BUNDLES = new FhirBundles();
    static final JsonMapper JSON = new JsonMapper();

    private ReadBundles() {}

    /** A Bundle of the documentation. */
    static String example(String name) {
        try {
            return Files.readString(Path.of("..", "docs", "fhir", name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OutcomeBundle read(String json) {
        Reading reading = BUNDLES.read(ByteBuffer.wrap(json.getBytes(UTF_8)));
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).bundle();
    }

    /** The only outcome of a Bundle, as JSON with the hospital's patient id. */
    static JsonNode outcome(String json) {
        List<OutcomeBundle.Part> outcomes = read(json).outcomes();
        assertThat(outcomes).hasSize(1);
        assertThat(outcomes.getFirst().faults()).isEmpty();
        return JSON.readTree(outcomes.getFirst().json().array());
    }

    /** The answer to a Bundle whose outcomes are checked and not kept. */
    static JsonNode answer(String json) {
        return JSON.readTree(answer(read(json)));
    }

    static byte[] answer(OutcomeBundle bundle) {
        List<BundledResult> results = new ArrayList<>();
        for (OutcomeBundle.Part part : bundle.outcomes()) {
            results.add(result(part));
        }
        return bundle.answer(results);
    }

    private static BundledResult result(OutcomeBundle.Part part) {
        List<Fault> faults = new ArrayList<>(part.faults());
        Submission submission =
                new Submission(Optional.of(Examples.HOSPITAL), id -> Examples.patient(1), LocalDate.of(2026, 1, 1));
        return switch (OutcomeJson.read(part.json().array(), submission)) {
            case OutcomeReading.Accepted accepted
            when faults.isEmpty() -> new BundledResult.Accepted(accepted.outcome(), accepted.warnings());
            case OutcomeReading.Accepted accepted -> new BundledResult.Refused(faults);
            case OutcomeReading.Refused refused -> {
                faults.addAll(refused.faults());
                yield new BundledResult.Refused(faults);
            }
        };
    }

    /** The issues of an entry as {@code CODE at expression}. */
    static List<String> issues(JsonNode answer, int entry) {
        List<String> issues = new ArrayList<>();
        for (JsonNode issue : answer.at("/entry/%d/response/outcome/issue".formatted(entry))) {
            issues.add("%s at %s"
                    .formatted(
                            issue.at("/details/coding/0/code").asString(),
                            issue.at("/expression/0").asString()));
        }
        return issues;
    }

    static String status(JsonNode answer, int entry) {
        return answer.at("/entry/%d/response/status".formatted(entry)).asString();
    }
}
