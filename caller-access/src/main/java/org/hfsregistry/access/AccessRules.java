package org.hfsregistry.access;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a service asks of its callers. It exists so that a service says only this, as a bean, and all services do the same
 * about tokens, sign-ins and refusals. The first path that fits decides; a path that fits none is answered as one that is not
 * there.
 *
 * @param principal what a caller is called inside the service: the principal of its requests
 */
public record AccessRules(List<PathRule> paths, Function<Caller, ?> principal) {

    /** Takes a copy. */
    public AccessRules {
        paths = List.copyOf(paths);
    }

    /** Paths that are open to everybody. */
    public static AccessRules open(String... patterns) {
        return new AccessRules(
                Stream.of(patterns)
                        .map(pattern -> new PathRule(pattern, List.of(), false))
                        .toList(),
                Function.identity());
    }

    /** And paths that are open to who has one of these. */
    public AccessRules ask(String pattern, Demand first, Demand... others) {
        return and(new PathRule(
                pattern, Stream.concat(Stream.of(first), Stream.of(others)).toList(), false));
    }

    /**
     * And pages, which people read in a browser: who is not signed in is led to the sign-in and back, who may not is told so
     * in a page.
     *
     * @param anyOf one of these lets a person in; everybody comes in where there is none
     */
    public AccessRules page(String pattern, Demand... anyOf) {
        return and(new PathRule(pattern, List.of(anyOf), true));
    }

    /** With another principal than the {@link Caller}. */
    public AccessRules callersAs(Function<Caller, ?> name) {
        return new AccessRules(paths, name);
    }

    private AccessRules and(PathRule rule) {
        return new AccessRules(Stream.concat(paths.stream(), Stream.of(rule)).toList(), principal);
    }
}
