package org.hfsregistry.contract.clinical;

import java.util.List;

/** A term of the field with the one spelling that it has on the wire. */
public interface Code {

    /** The spelling, stable for ever once it was published. */
    String code();

    /** Sorted and without repetitions, so that two lists with the same content are equal. */
    static <E extends Enum<E> & Code> List<E> canonical(List<E> codes) {
        return codes.size() < 2
                ? List.copyOf(codes)
                : codes.stream().distinct().sorted().toList();
    }
}
