package org.hfsregistry.access;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a service asks of its callers. It exists so that a service says only this, as a bean, and all services do the same
 * about tokens and refusals. The first path that fits decides; a path that fits none is answered as one that is not there.
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
                        .map(pattern -> new PathRule(pattern, List.of()))
                        .toList(),
                Function.identity());
    }

    /** And paths that are open to who has one of these. */
    public AccessRules ask(String pattern, Demand first, Demand... others) {
        List<Demand> anyOf = Stream.concat(Stream.of(first), Stream.of(others)).toList();
        return new AccessRules(
                Stream.concat(paths.stream(), Stream.of(new PathRule(pattern, anyOf)))
                        .toList(),
                principal);
    }

    /** With another principal than the {@link Caller}. */
    public AccessRules callersAs(Function<Caller, ?> name) {
        return new AccessRules(paths, name);
    }
}
