package org.hfsregistry.local.proof;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.hfsregistry.local.http.LocalHttp;
import org.hfsregistry.local.run.CannotBeDone;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has the registry prove its record.
 *
 * @param registry its address
 * @param bearer the token of the registry's own staff
 */
public record Proving(URI registry, String bearer, ProofReport report) {

    /**
     * Returns when all is proved, or not.
     *
     * @param known seals that were written down
     * @throws CannotBeDone where the answer does not come to its end
     */
    public Proved verify(List<String> known) {
        return ask("/v1/verification", String.join("\n", known));
    }

    /** The same, and with the documents made anew; those that differ are put right where that is asked for. */
    public Proved rebuild(List<String> known, boolean replace) {
        return ask("/v1/rebuild?replace=" + replace, String.join("\n", known));
    }

    private Proved ask(String path, String text) {
        AtomicReference<Optional<Proved>> end = new AtomicReference<>(Optional.empty());
        LocalHttp.postForLines(registry.resolve(path), bearer, text, line -> {
            JsonNode read = JsonMapper.shared().readTree(line);
            if (read.has("finding")) {
                report.found(Finding.read(read.get("finding")));
            } else if (read.has("progress")) {
                report.reached(Proved.read(read.get("progress")));
            } else if (read.has("summary")) {
                end.set(Optional.of(Proved.read(read.get("summary"))));
            } else {
                throw brokenOff(read.path("failure").path("message").asString(""));
            }
        });
        return end.get().orElseThrow(() -> brokenOff("it ended without its summary"));
    }

    private static CannotBeDone brokenOff(String why) {
        return new CannotBeDone(
                "The registry broke off, and nothing is proved: " + why, "Look at ./registry status and the logs.");
    }
}
