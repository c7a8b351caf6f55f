package org.hfsregistry.local.figures;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.local.http.Answer;
import org.hfsregistry.local.http.LocalHttp;
import tools.jackson.databind.JsonNode;

/** Analytics, asked with one token. */
public record Statistics(URI analytics, String bearer) {

    private static final int NOT_FOUND = 404;
    private static final String UNKNOWN_PARAMETER = "UNKNOWN_PARAMETER";

    /** Up to where the log is in the numbers, by topic. */
    public JsonNode positions() {
        return get("mvd-success").json().path("positions");
    }

    /**
     * How much there is, in words.
     *
     * @param otherCommands what another command has to be given to find the run
     */
    public List<String> counts(String otherCommands) {
        return new Counts(get("mvd-success").json(), get("botox-relief").json()).lines(otherCommands);
    }

    /**
     * The group of a hospital; absent where analytics has no such statistic, parameter or hospital.
     *
     * @throws org.hfsregistry.local.run.CannotBeDone for any other refusal
     */
    Optional<JsonNode> group(String query, String hospitalId) {
        Answer answer = get(query + (query.contains("?") ? "&" : "?") + "hospital=" + hospitalId);
        return isUnknown(answer)
                ? Optional.empty()
                : answer.json().path("groups").values().stream().findFirst();
    }

    private static boolean isUnknown(Answer answer) {
        return answer.status() == NOT_FOUND
                || answer.problemCode().filter(UNKNOWN_PARAMETER::equals).isPresent();
    }

    List<JsonNode> groups(String query) {
        return List.copyOf(get(query).json().path("groups").values());
    }

    private Answer get(String query) {
        return LocalHttp.get(analytics.resolve("/v1/statistics/" + query), bearer);
    }
}
