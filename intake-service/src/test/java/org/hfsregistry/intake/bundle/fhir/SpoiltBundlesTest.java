package org.hfsregistry.intake.bundle.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hfsregistry.intake.bundle.fhir.ReadBundles.BUNDLES;
import static org.hfsregistry.intake.bundle.fhir.ReadBundles.JSON;
import static org.hfsregistry.intake.bundle.fhir.ReadBundles.example;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hfsregistry.intake.bundle.OutcomeBundles.Reading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class SpoiltBundlesTest {

    private static final List<String> EXAMPLES =
            List.of("mvd-outcome", "mvd-recurrence", "botox-relief", "medication-response");

    private static final List<String> WRONG = List.of(
            "null",
            "7",
            "-1",
            "1e999999999",
            "true",
            "\"\"",
            "\"x\"",
            "\"2024-02-30\"",
            "\"Patient/\"",
            "\"#1\"",
            "[]",
            "{}",
            "[null]",
            "[[1]]",
            "[{\"a\":[]}]",
            "{\"coding\":7}",
            "{\"reference\":\"//\"}",
            "{\"extension\":[{}]}",
            "\"\\ud800\"",
            "\"urn:uuid:\"");

    @Property(tries = 400)
    void every_entry_is_answered_whatever_stands_in_it(
            @ForAll @IntRange(min = 0, max = 3) int example,
            @ForAll @IntRange(min = 1, max = 4) int mistakes,
            @ForAll long seed) {
        ObjectNode bundle = (ObjectNode) JSON.readTree(example(EXAMPLES.get(example)));
        Random random = new Random(seed);
        for (int i = 0; i < mistakes; i++) {
            spoil(bundle.path("entry"), random);
        }
        JsonNode answer = answer(JSON.writeValueAsBytes(bundle));
        assertThat(answer.path("entry").size()).isEqualTo(bundle.path("entry").size());
        for (JsonNode entry : answer.path("entry")) {
            assertThat(entry.at("/response/status").asString()).matches("[0-9]{3} .+");
            assertThat(entry.at("/response/outcome/issue").size()).isPositive();
        }
    }

    @Property(tries = 400)
    void bytes_that_went_wrong_are_answered(
            @ForAll @IntRange(min = 0, max = 3) int example,
            @ForAll @IntRange(min = 0, max = 3_000) int at,
            @ForAll byte wrong) {
        byte[] bytes = example(EXAMPLES.get(example)).getBytes(UTF_8);
        bytes[at] = wrong;
        assertThat(answer(bytes).path("resourceType").asString()).isIn("Bundle", "OperationOutcome");
    }

    private static JsonNode answer(byte[] json) {
        return JSON.readTree(
                switch (BUNDLES.read(ByteBuffer.wrap(json))) {
                    case Reading.Unreadable unreadable -> BUNDLES.refusal(unreadable.fault());
                    case Reading.Read read -> ReadBundles.answer(read.bundle());
                });
    }

    private static void spoil(JsonNode root, Random random) {
        List<JsonNode> inner = new ArrayList<>();
        gather(root, inner);
        JsonNode node = inner.get(random.nextInt(inner.size()));
        JsonNode wrong = JSON.readTree(WRONG.get(random.nextInt(WRONG.size())));
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>(object.propertyNames());
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(3)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(name, wrong);
                default -> object.set(name + "x", object.get(name));
            }
        } else if (node instanceof ArrayNode array) {
            int place = random.nextInt(array.size());
            if (random.nextBoolean()) {
                array.set(place, wrong);
            } else {
                array.add(array.get(place).deepCopy());
            }
        }
    }

    private static void gather(JsonNode node, List<JsonNode> inner) {
        if (node.isContainer() && !node.isEmpty()) {
            inner.add(node);
            node.forEach(child -> gather(child, inner));
        }
    }
}
