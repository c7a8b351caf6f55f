package org.hfsregistry.access;

import java.util.List;

/**
 * What the paths of a pattern ask. It exists so that this can be decided, and tested, without a web server.
 *
 * @param pattern of paths, as Spring writes it: {@code /v1/**}
 * @param anyOf one of these lets a caller in; everybody comes in where there is none
 * @param page whether people read it in a browser, and are answered accordingly where they may not
 */
public record PathRule(String pattern, List<Demand> anyOf, boolean page) {

    /** Takes a copy. */
    public PathRule {
        anyOf = List.copyOf(anyOf);
    }

    /** Whether everybody comes in, with or without a token. */
    public boolean open() {
        return anyOf.isEmpty();
    }

    /** What a caller lacks to be let in. */
    public Lack lackOf(Caller caller) {
        if (open() || anyOf.stream().anyMatch(demand -> demand.metBy(caller))) {
            return Lack.NOTHING;
        }
        return anyOf.stream().anyMatch(demand -> caller.may(demand.scope())) ? Lack.HOSPITAL : Lack.SCOPE;
    }

    /** What can be missing in a token. It exists so that a refusal can say it. */
    public enum Lack {
        /** The caller is let in. */
        NOTHING,
        /** The scope is there, and no hospital to use it for. */
        HOSPITAL,
        /** None of the scopes is there. */
        SCOPE
    }
}
