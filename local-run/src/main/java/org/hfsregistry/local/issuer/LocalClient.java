package org.hfsregistry.local.issuer;

import java.util.List;
import java.util.stream.Stream;
import org.hfsregistry.contract.caller.Scope;

/** The client that the commands of this machine are to the issuer, and the scopes it may ask for. */
final class LocalClient {

    static final String ID = "local-run";
    static final List<String> HOSPITAL_SCOPES = List.of(Scope.SUBMIT, Scope.READ_RECORDS, Scope.ERASE_RECORDS);
    static final List<String> RESEARCHER_SCOPES = List.of(Scope.READ_STATISTICS);
    static final List<String> ADMIN_SCOPES = List.of(Scope.ADMIN);
    static final List<String> ALL_SCOPES = Stream.of(HOSPITAL_SCOPES, RESEARCHER_SCOPES, ADMIN_SCOPES)
            .flatMap(List::stream)
            .toList();

    private LocalClient() {}
}
