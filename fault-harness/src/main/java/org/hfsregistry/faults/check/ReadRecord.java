package org.hfsregistry.faults.check;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hfsregistry.local.http.Answer;
import org.hfsregistry.local.http.LocalHttp;
import tools.jackson.databind.JsonNode;

/**
 * Asks the registry for all that it shows a hospital, as that hospital.
 *
 * @param historiesOf of how many treatments the history is asked for: of the embedded store each takes a look at all histories
 */
public record ReadRecord(URI registry, int historiesOf) {

    private static final int RECEIPTS_AT_ONCE = 50;
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; *rel=\"next\"");

    /**
     * What is there.
     *
     * @param outcomeIds whose receipts are asked for
     */
    public FoundRecord of(String bearer, Collection<String> outcomeIds, Random random) {
        List<JsonNode> treatments = pages("/v1/treatments?limit=1000", bearer);
        List<JsonNode> some = new ArrayList<>(treatments);
        Collections.shuffle(some, random);
        Map<String, List<JsonNode>> histories = new LinkedHashMap<>();
        some.stream()
                .limit(historiesOf)
                .map(treatment -> treatment.path("treatmentId").asString())
                .forEach(id -> histories.put(id, pages("/v1/treatments/" + id + "/history", bearer)));
        Set<String> quarantined = pages("/v1/quarantine?limit=1000", bearer).stream()
                .map(each -> each.path("outcomeId").asString())
                .collect(Collectors.toCollection(HashSet::new));
        return new FoundRecord(receipts(bearer, List.copyOf(outcomeIds)), treatments, histories, quarantined);
    }

    private Map<String, JsonNode> receipts(String bearer, List<String> outcomeIds) {
        Map<String, JsonNode> receipts = new HashMap<>();
        for (int from = 0; from < outcomeIds.size(); from += RECEIPTS_AT_ONCE) {
            String asked = outcomeIds.subList(from, Math.min(outcomeIds.size(), from + RECEIPTS_AT_ONCE)).stream()
                    .map(id -> "outcomeId=" + id)
                    .collect(Collectors.joining("&"));
            LocalHttp.get(registry.resolve("/v1/outcomes?" + asked), bearer)
                    .json()
                    .path("receipts")
                    .forEach(receipt -> receipts.put(receipt.path("outcomeId").asString(), receipt));
        }
        return receipts;
    }

    private List<JsonNode> pages(String path, String bearer) {
        List<JsonNode> all = new ArrayList<>();
        URI next = registry.resolve(path);
        while (true) {
            Answer page = LocalHttp.get(next, bearer);
            page.json().forEach(all::add);
            Matcher link =
                    NEXT.matcher(page.response().headers().firstValue("Link").orElse(""));
            if (!link.find()) {
                return all;
            }
            next = URI.create(link.group(1));
        }
    }
}
