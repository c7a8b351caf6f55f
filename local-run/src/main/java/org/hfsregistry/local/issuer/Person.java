package org.hfsregistry.local.issuer;

import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.outcome.Outcome;

/**
 * Who signs in at a page: a hospital by its id, a researcher or an admin. Each may what the bearer token of the same kind may.
 *
 * @param name what was typed
 */
record Person(String name, List<String> scopes, Optional<String> hospitalId) {

    static final String RESEARCHER = "researcher";
    static final String ADMIN = "admin";

    /** Empty where nobody can have this name. */
    static Optional<Person> named(String name) {
        return switch (name) {
            case RESEARCHER -> Optional.of(new Person(name, LocalClient.RESEARCHER_SCOPES, Optional.empty()));
            case ADMIN -> Optional.of(new Person(name, LocalClient.ADMIN_SCOPES, Optional.empty()));
            default ->
                Outcome.HOSPITAL_ID.matcher(name).matches()
                        ? Optional.of(new Person(name, LocalClient.HOSPITAL_SCOPES, Optional.of(name)))
                        : Optional.empty();
        };
    }
}
