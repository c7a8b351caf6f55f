package org.hfsregistry.local.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A figure that a paper prints, and where the registry has it.
 *
 * @param name as in the file of the series
 * @param printed with the digits of the file
 * @param query of analytics
 * @param reading takes it out of the hospital's group
 */
record PaperFigure(
        String hospitalId, String name, BigDecimal printed, String query, Function<JsonNode, OptionalDouble> reading) {

    Comparison comparedWith(Statistics statistics) {
        OptionalDouble value = statistics.group(query, hospitalId).map(reading).orElseGet(OptionalDouble::empty);
        return new Comparison(this, value);
    }

    /**
     * What the registry says to a figure.
     *
     * @param value empty where it says nothing
     */
    record Comparison(PaperFigure figure, OptionalDouble value) {

        /** To the last digit that is printed. */
        boolean agrees() {
            return value.stream()
                    .mapToObj(BigDecimal::new)
                    .anyMatch(exact -> exact.setScale(figure.printed().scale(), RoundingMode.HALF_UP)
                                    .compareTo(figure.printed())
                            == 0);
        }

        boolean isAnswered() {
            return value.isPresent();
        }
    }
}
