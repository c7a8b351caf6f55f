package org.hfsregistry.statistics.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hfsregistry.statistics.ConfidenceLevel;
import org.hfsregistry.statistics.Interval;
import org.hfsregistry.statistics.ReferenceTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pair of counts up to 10, some larger, at three levels, against R. */
class ProportionReferenceTest {
    static List<ReferenceTable.Row> proportions() {
        return ReferenceTable.rows("proportions");
    }

    @ParameterizedTest
    @MethodSource("proportions")
    void intervals_are_those_of_R(ReferenceTable.Row row) {
        assertInterval(row, ProportionMethod.WILSON, "wilson");
        assertInterval(row, ProportionMethod.JEFFREYS, "jeffreys");
        assertInterval(row, ProportionMethod.CLOPPER_PEARSON, "exact");
    }

    private static void assertInterval(ReferenceTable.Row row, ProportionMethod method, String name) {
        ConfidenceLevel level = ConfidenceLevel.of(row.number("level"));
        Interval interval = new Proportion(row.whole("x"), row.whole("n"))
                .interval(method, level)
                .orElseThrow();
        assertThat(interval.lower()).as("%s lower", name).isCloseTo(row.number(name + "_lower"), within(1e-9));
        assertThat(interval.upper()).as("%s upper", name).isCloseTo(row.number(name + "_upper"), within(1e-9));
    }
}
