package org.hfsregistry.analytics.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.disclosure.Thresholds;
import org.junit.jupiter.api.Test;

class KeptTest {
    private final Population population = new Population();
    private final Kept<String, Object> kept = new Kept<>(new Statistics(population, new Thresholds(11, 5)), 2);

    @Test
    void what_was_made_is_kept_until_the_data_are_others() {
        population.complete();
        Object page = kept.get("a", Object::new);
        assertThat(kept.get("a", Object::new)).isSameAs(page);
        assertThat(kept.get("b", Object::new)).isNotSameAs(page);

        population.apply(List.of(), new LogPositions(List.of(1L), List.of(), List.of()));

        assertThat(kept.get("a", Object::new)).isNotSameAs(page);
    }

    @Test
    void of_many_those_asked_for_last_are_kept() {
        population.complete();
        Object page = kept.get("a", Object::new);
        kept.get("b", Object::new);
        kept.get("c", Object::new);
        assertThat(kept.get("a", Object::new)).isNotSameAs(page);
    }
}
