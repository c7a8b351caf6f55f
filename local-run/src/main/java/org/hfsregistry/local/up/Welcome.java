package org.hfsregistry.local.up;

import java.util.List;
import java.util.stream.Stream;
import org.hfsregistry.local.run.Addresses;
import org.hfsregistry.local.run.RunFolder;
import org.hfsregistry.local.run.Server;

/**
 * What a person is told when all is up: where everything is, and what to try.
 *
 * @param otherCommands what other commands have to be given to find this run; empty where they find it by themselves
 */
record Welcome(Addresses addresses, RunFolder folder, String otherCommands) {

    /** Line by line; the last one is that by which a start is known to be over. */
    List<String> lines() {
        return Stream.of(addressLines(), tries(), List.of("Ctrl-C stops it; the data stay."))
                .flatMap(List::stream)
                .toList();
    }

    private List<String> addressLines() {
        return List.of(
                "  pages       " + addresses.of(Server.ANALYTICS)
                        + "/  for everybody: hospitals and what became of treatments",
                "  page        " + addresses.of(Server.INTAKE)
                        + "/  where a hospital submits a file; sign in with its id and the password "
                        + folder.keys().signInPassword(),
                "  records     " + addresses.of(Server.REGISTRY)
                        + "/  where it sees its records, its follow-up list and what to mend, by the same sign-in",
                "  statistics  " + addresses.of(Server.ANALYTICS) + "/v1/statistics/mvd-success",
                "  intake      " + addresses.of(Server.INTAKE) + "/v1/outcomes",
                "  treatments  " + addresses.of(Server.REGISTRY) + "/v1/treatments",
                "  logs        " + folder.logs());
    }

    private List<String> tries() {
        String numbers = addresses.of(Server.ANALYTICS) + "/v1/statistics/mvd-success";
        return List.of(
                "",
                "To try in another terminal, each line as it stands:",
                "  TOKEN=$(./registry token --hospital my-hospital%s)".formatted(otherCommands),
                "  RESEARCHER=$(./registry token --researcher%s)".formatted(otherCommands),
                "  STAFF=$(./registry token --admin%s)".formatted(otherCommands),
                "1. Submit a table of operations, and see its numbers:",
                "  ./registry submit docs/examples/operations.csv --hospital my-hospital%s".formatted(otherCommands),
                "  curl -s -H \"Authorization: Bearer $TOKEN\" \"%s?hospital=my-hospital\"".formatted(numbers),
                "2. Check and submit it as docs/submitting.md does, with a client of docs/examples:",
                "  export HFS_INTAKE=%s HFS_REGISTRY=%s HFS_TOKEN=$TOKEN"
                        .formatted(addresses.of(Server.INTAKE), addresses.of(Server.REGISTRY)),
                "  docs/examples/submit.py docs/examples/operations.csv",
                "3. Watch pages move; open %s/funnel and type:".formatted(addresses.of(Server.ANALYTICS)),
                "  ./registry demo --rate 50%s".formatted(otherCommands),
                "4. Ask as a researcher, as a table:",
                "  curl -s -H \"Authorization: Bearer $RESEARCHER\" -H \"Accept: text/csv\" \"%s\"".formatted(numbers),
                "");
    }
}
