package org.hfsregistry.contract.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of one record while it is read; absent ones are null until the record is made. */
final class Draft {

    private final @Nullable Object[] values;
    private final Input in;
    private long seen;
    private long given;

    Draft(int fields, Input in) {
        this.values = new @Nullable Object[fields];
        this.in = in;
    }

    Input in() {
        return in;
    }

    /** Notes that a field came; false where it came before. */
    boolean first(Field<?, ?> field) {
        long bit = 1L << field.index();
        boolean first = (seen & bit) == 0;
        seen |= bit;
        return first;
    }

    void put(Field<?, ?> field, @Nullable Object value) {
        given |= 1L << field.index();
        values[field.index()] = value;
    }

    /** Whether all of these fields, a bit each, had a value, readable or not. */
    boolean given(long fields) {
        return (fields & ~given) == 0;
    }

    /** Whether a field had a value, readable or not. */
    boolean given(Field<?, ?> field) {
        return (given & 1L << field.index()) != 0;
    }

    @SuppressWarnings("unchecked") // put stores what the field's own value read
    <V> @Nullable V get(Field<?, V> field) {
        return (V) values[field.index()];
    }

    /** The value of a field that is known to be there, since the record is only made where no fault was found. */
    <V> V need(Field<?, V> field) {
        V value = get(field);
        if (value == null) {
            throw new IllegalStateException(field.name() + " is absent though no fault was found");
        }
        return value;
    }

    /** An absent list is an empty one. */
    <V> List<V> list(Field<?, List<V>> field) {
        List<V> list = get(field);
        return list == null ? List.of() : list;
    }
}
