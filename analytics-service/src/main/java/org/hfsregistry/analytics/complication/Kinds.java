package org.hfsregistry.analytics.complication;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hfsregistry.contract.clinical.Complication;

/**
 * A complication of one kind, or of any. It exists because the operations with any complication are counted as those with
 * each are, and can't be had as a sum of these.
 *
 * @param place among all of these
 * @param bits the kinds that it is
 */
@SuppressWarnings("EnumOrdinal") // a code of this memory, never written anywhere
record Kinds(int place, String code, int bits) {
    /** Whatever kind. */
    static final Kinds ANY = new Kinds(0, "any-kind", -1);

    /** All of them. */
    static final List<Kinds> ALL = Stream.concat(
                    Stream.of(ANY),
                    Arrays.stream(Complication.Kind.values())
                            .map(kind -> new Kinds(1 + kind.ordinal(), kind.code(), 1 << kind.ordinal())))
            .toList();
}
