package org.hfsregistry.registry.access;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.hfsregistry.contract.clinical.Code;

/** A parameter of a request that takes the terms of a vocabulary. */
public final class CodeParameter {

    private CodeParameter() {}

    /** The term of that spelling. @throws RefusedRequest where there is none, with those that there are */
    public static <E extends Enum<E> & Code> E read(String name, Class<E> terms, String given) {
        return Arrays.stream(terms.getEnumConstants())
                .filter(term -> term.code().equals(given))
                .findFirst()
                .orElseThrow(() -> RefusedRequest.badParameter(
                        name,
                        Arrays.stream(terms.getEnumConstants()).map(Code::code).collect(Collectors.joining(", "))));
    }
}
