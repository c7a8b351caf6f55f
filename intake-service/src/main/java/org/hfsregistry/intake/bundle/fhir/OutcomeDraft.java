package org.hfsregistry.intake.bundle.fhir;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.outcome.OutcomeType;
import org.hfsregistry.intake.bundle.fhir.Entries.Entry;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * An outcome on its way from resources to the contract's JSON; knows for each field which element it is from.
 *
 * <p>Whether a field may be absent or has a good value is not asked here but by the contract's reader.
 */
final class OutcomeDraft {

    private static final int DATE_LENGTH = "YYYY-MM-DD".length();
    private static final int LONGEST_WHOLE = 15;
    private static final int LONGEST_LIST = 100;

    private final Entry anchor;
    private final Map<String, Object> json = new LinkedHashMap<>();
    private final Map<String, String> paths = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Set<Integer> used = new TreeSet<>();

    OutcomeDraft(OutcomeType type, Entry anchor) {
        this.anchor = anchor;
        json.put("type", type.code());
    }

    /** The entry that the outcome is answered at. */
    Entry anchor() {
        return anchor;
    }

    Map<String, Object> json() {
        return json;
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** Notes that the outcome takes something from another entry; refused where that is refused itself. */
    void uses(Entry entry) {
        boolean first = used.add(entry.index());
        if (first && !entry.faults().isEmpty()) {
            refuse(
                    "READS_A_REFUSED_ENTRY",
                    entry.path(),
                    entry.path(),
                    "the outcome takes something from this resource, which is refused",
                    "mend the resource");
        }
    }

    Set<Integer> used() {
        return used;
    }

    /** Whether a list is of a length that a treatment has; every outcome of the treatment reads it again. */
    boolean isShort(List<?> list, String path) {
        if (list.size() > LONGEST_LIST) {
            String most = String.valueOf(LONGEST_LIST);
            refuse("TOO_MANY", path, path, "there are more than " + most + " of these", "send at most " + most);
        }
        return list.size() <= LONGEST_LIST;
    }

    /** Adds a fault of what could not be made a field's value. */
    void refuse(String code, String field, String path, String message, String fix) {
        paths.put(field, path);
        faults.add(new Fault(code, field, null, message, fix));
    }

    /** Where a field is from: its own element, or that of what it is part of, or the resource. */
    String path(String field) {
        String known = field;
        while (!known.isEmpty() && !paths.containsKey(known)) {
            known = known.substring(0, Math.max(0, Math.max(known.lastIndexOf('.'), known.lastIndexOf('['))));
        }
        return paths.getOrDefault(known, anchor.path());
    }

    /** Puts a value, or notes where one would have been. */
    void put(String field, @Nullable Object value, String path) {
        paths.put(field, path);
        if (value != null) {
            int dot = field.indexOf('.');
            if (dot < 0) {
                json.put(field, value);
            } else {
                within(field.substring(0, dot)).put(field.substring(dot + 1), value);
            }
        }
    }

    /** Adds to a list; {@code parts} are the paths of the element's own fields. */
    void add(String field, Object value, String path, Map<String, String> parts) {
        List<Object> list = list(field);
        String element = "%s[%d]".formatted(field, list.size());
        list.add(value);
        paths.putIfAbsent(field, path);
        paths.put(element, path);
        parts.forEach((part, at) -> paths.put(element + "." + part, at));
    }

    /** Puts the code of a concept in that system. */
    void putCode(String field, @Nullable Type value, String system, String path) {
        put(field, code(field, value, system, path), path);
    }

    /** The code of a concept in that system; refused where there is a concept without one. */
    @Nullable String code(String field, @Nullable Type value, String system, String path) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        if (!(value instanceof CodeableConcept concept)) {
            refuseType(field, "a CodeableConcept", path);
            return null;
        }
        List<String> codes = Terms.codes(concept, system).distinct().toList();
        if (codes.size() != 1) {
            refuse(
                    "NO_KNOWN_CODING",
                    field,
                    path,
                    "the concept has %s coding of the system %s"
                            .formatted(codes.isEmpty() ? "no" : "more than one", system),
                    "send one coding of that system; others may stand beside it");
            return null;
        }
        return codes.getFirst();
    }

    /** Puts a day: of a date and time the day that is written there, of a period its start. */
    void putDay(String field, @Nullable Type value, String path) {
        switch (value) {
            case null -> put(field, null, path);
            case Period period -> putDay(field, period.hasStart() ? period.getStartElement() : null, path + ".start");
            case BaseDateTimeType time -> {
                String text = time.getValueAsString();
                put(field, text == null ? null : text.substring(0, Math.min(DATE_LENGTH, text.length())), path);
            }
            default -> refuseType(field, "a dateTime or a Period", path);
        }
    }

    /** Puts a number in one of those units; the first one is told where it is another. */
    void putNumber(String field, @Nullable Type value, List<String> units, String path) {
        switch (value) {
            case null -> put(field, null, path);
            case IntegerType whole -> put(field, whole.getValue(), path);
            case Quantity quantity -> {
                String unit = quantity.hasCode() ? quantity.getCode() : String.valueOf(quantity.getUnit());
                if (quantity.hasComparator() || !units.contains(unit)) {
                    refuse(
                            "WRONG_UNIT",
                            field,
                            path,
                            "the quantity is not a plain number of " + units.getFirst(),
                            "send value and code " + units.getFirst() + ", without a comparator");
                } else {
                    put(field, quantity.hasValue() ? plain(quantity.getValue()) : null, path);
                }
            }
            default -> refuseType(field, "a Quantity", path);
        }
    }

    void putFlag(String field, @Nullable Type value, String path) {
        if (value == null || value instanceof BooleanType) {
            put(field, value == null ? null : ((BooleanType) value).getValue(), path);
        } else {
            refuseType(field, "a boolean", path);
        }
    }

    private void refuseType(String field, String type, String path) {
        refuse("WRONG_TYPE", field, path, "the value is not " + type, "send " + type);
    }

    /** A whole number without its decimal zeros, since 3.0 days are 3 days. */
    private static Number plain(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        boolean whole = shortest.scale() <= 0 && (long) shortest.precision() - shortest.scale() <= LONGEST_WHOLE;
        return whole ? shortest.longValueExact() : number;
    }

    @SuppressWarnings("unchecked") // what stands under the name of an object was put there by this method
    private Map<String, Object> within(String object) {
        return (Map<String, Object>) json.computeIfAbsent(object, name -> new LinkedHashMap<String, Object>());
    }

    @SuppressWarnings("unchecked") // likewise
    private List<Object> list(String field) {
        return (List<Object>) json.computeIfAbsent(field, name -> new ArrayList<>());
    }
}
