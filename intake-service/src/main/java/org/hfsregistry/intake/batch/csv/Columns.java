package org.hfsregistry.intake.batch.csv;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.json.FlatField;

/**
 * Which column has which field.
 *
 * @param count how many cells a row has; unnamed columns at the end aside, which have to be empty
 * @param byField in the order of the contract
 * @param made cells that a row gets besides
 */
record Columns(int count, Map<String, Column> byField, MadeCells made, List<Fault> warnings) {

    /** @param name as the header has it */
    record Column(int index, String name, FlatField field) {}

    /** In the order of the contract. */
    Iterable<Column> inOrder() {
        return byField.values();
    }

    /** The column of a field. */
    Optional<Column> of(String field) {
        return Optional.ofNullable(byField.get(field));
    }
}
