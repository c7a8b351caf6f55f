package org.hfsregistry.analytics.page.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hfsregistry.analytics.question.Asked.By;
import org.hfsregistry.analytics.statistic.Requests.Offered;
import org.hfsregistry.contract.clinical.Code;
import org.hfsregistry.contract.clinical.OperationDescription.Vessel;
import org.hfsregistry.contract.clinical.PatientDescription.Etiology;
import org.hfsregistry.contract.clinical.PatientDescription.Sex;
import org.hfsregistry.contract.outcome.BotoxRelief.Product;

/**
 * A field of the form for asking.
 *
 * @param choices what it may have; anything where there are none
 * @param values what it has
 */
record ResearchField(String name, Kind kind, List<String> choices, List<String> values) {

    /** How it is filled in; named as templates know it. */
    enum Kind {
        MANY,
        ONE,
        DAY,
        TEXT
    }

    static List<ResearchField> of(Offered statistic, List<String> hospitals, Map<String, List<String>> given) {
        return statistic.parameters().stream()
                .map(name -> field(name, statistic, hospitals, given.getOrDefault(name, List.of())))
                .toList();
    }

    private static ResearchField field(String name, Offered statistic, List<String> hospitals, List<String> values) {
        List<String> choices = switch (name) {
            case "hospital" -> hospitals;
            case "sex" -> codes(Sex.values());
            case "etiology" -> codes(Etiology.values());
            case "vessel" -> codes(Vessel.values());
            case "product" -> codes(Product.values());
            case "repeatOperation" -> List.of("true", "false");
            case "grades" -> List.of("E0", "E0,E1", "T0", "T0,T1");
            case "at" -> List.of("365", "90");
            case "by" -> statistic.groupings().stream().sorted().map(By::code).toList();
            default -> List.of();
        };
        return new ResearchField(name, kind(name, choices), choices, values);
    }

    private static Kind kind(String name, List<String> choices) {
        return switch (name) {
            case "hospital" -> Kind.MANY;
            case "from", "to" -> Kind.DAY;
            default -> choices.isEmpty() ? Kind.TEXT : Kind.ONE;
        };
    }

    private static List<String> codes(Code[] codes) {
        return Arrays.stream(codes).map(Code::code).toList();
    }

    /** Whether it has this choice. */
    public boolean has(String choice) {
        return values.contains(choice);
    }

    /** What was typed. */
    public String typed() {
        return values.isEmpty() ? "" : values.getFirst();
    }
}
