package org.hfsregistry.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.hfsregistry.sample.HospitalOutcomes;
import org.junit.jupiter.api.Test;

class SceneTest {

    private static HospitalOutcomes hospital(String id, int rows) {
        return new HospitalOutcomes(
                id,
                0,
                () -> IntStream.rangeClosed(1, rows).mapToObj(row -> id + row).toList());
    }

    @Test
    void hospitals_are_equally_far_at_any_time_and_keep_their_own_order() {
        List<Scene> scenes = Scene.of(List.of(hospital("large-", 6), hospital("small-", 2)));

        assertThat(scenes)
                .extracting(Scene::row)
                .containsExactly(
                        "large-1", "large-2", "large-3", "small-1", "large-4", "large-5", "large-6", "small-2");
    }

    @Test
    void each_outcome_is_its_hospitals() {
        assertThat(Scene.of(List.of(hospital("a-", 3), hospital("b-", 3))))
                .hasSize(6)
                .allMatch(scene -> scene.row().startsWith(scene.hospitalId()));
    }
}
