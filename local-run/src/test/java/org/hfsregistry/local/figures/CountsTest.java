package org.hfsregistry.local.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CountsTest {

    @Test
    void says_of_which_hospitals_numbers_are_held_back_and_who_sees_them() {
        JsonNode operations = answer("{\"operations\":1320}", """
                {"hospitalId":"large","operations":320,"n":201},
                {"hospitalId":"small","status":"insufficient-data"},
                {"hospitalId":"beside","suppressed":["operations","n"]}""");
        JsonNode injections = answer("{\"suppressed\":[\"n\"]}", """
                {"hospitalId":"large","status":"insufficient-data"},
                {"hospitalId":"injecting","n":40}""");

        List<String> lines = new Counts(operations, injections).lines(" --data here");

        assertThat(lines)
                .containsExactly(
                        "2 of 4 hospitals have numbers that everybody is told",
                        "1,320 operations",
                        "injections of all: held back, since it would tell of too few people",
                        "held back of small, beside: numbers of too few people, or by which those of another would follow",
                        "a hospital sees its own numbers whole, by the token of ./registry token --hospital small --data here");
    }

    @Test
    void says_nothing_of_holding_back_where_nothing_is() {
        JsonNode operations = answer("{\"operations\":320}", "{\"hospitalId\":\"large\",\"operations\":320}");
        JsonNode injections = answer("{\"n\":40}", "{\"hospitalId\":\"large\",\"n\":40}");

        assertThat(new Counts(operations, injections).lines(""))
                .containsExactly(
                        "1 of 1 hospitals have numbers that everybody is told", "320 operations", "40 injections");
    }

    @Test
    void names_some_of_many() {
        String few = IntStream.rangeClosed(1, 12)
                .mapToObj("{\"hospitalId\":\"h-%d\",\"status\":\"insufficient-data\"}"::formatted)
                .collect(Collectors.joining(","));

        assertThat(new Counts(answer("{}", few), answer("{}", few)).lines(""))
                .anyMatch(line -> line.startsWith("held back of h-1, ") && line.contains("h-10 and 2 more: "));
    }

    private static JsonNode answer(String network, String groups) {
        return JsonMapper.shared().readTree("{\"network\":%s,\"groups\":[%s]}".formatted(network, groups));
    }
}
