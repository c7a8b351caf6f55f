package org.hfsregistry.faults.check;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hfsregistry.local.http.Answer;
import org.hfsregistry.local.http.LocalHttp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the registry for all that it shows a hospital, as that hospital.
 *
 * @param historiesOf of how many treatments the history is asked for, and of how many more of patients who were merged or erased:
 *     of the embedded store each takes a look at all histories
 */
public record ReadRecord(URI registry, int historiesOf) {

    private static final int RECEIPTS_AT_ONCE = 50;
    private static final int NOT_FOUND = 404;
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; *rel=\"next\"");

    /**
     * What is there.
     *
     * @param expected whose receipts are asked for, and some histories of patients who were merged or erased
     */
    public FoundRecord of(String bearer, ExpectedRecord expected, Random random) {
        List<JsonNode> treatments = pages("/v1/treatments?limit=1000", bearer);
        return new FoundRecord(
                receipts(bearer, List.copyOf(expected.reported())),
                treatments,
                LocalHttp.get(registry.resolve("/v1/export?format=ndjson"), bearer)
                        .text()
                        .lines()
                        .map(line -> JsonMapper.shared().readTree(line))
                        .toList(),
                histories(bearer, expected, treatments, random),
                pages("/v1/quarantine?limit=1000", bearer),
                pages("/v1/merges?limit=1000", bearer),
                pages("/v1/erasures?limit=1000", bearer));
    }

    private Map<String, List<JsonNode>> histories(
            String bearer, ExpectedRecord expected, List<JsonNode> treatments, Random random) {
        List<String> ofAll = new ArrayList<>(treatments.stream()
                .map(treatment -> treatment.path("treatmentId").asString())
                .toList());
        List<String> ofMergedAndErased =
                expected.treatmentsOfMergedAndErased().sorted().collect(Collectors.toList());
        Collections.shuffle(ofAll, random);
        Collections.shuffle(ofMergedAndErased, random);
        Map<String, List<JsonNode>> histories = new LinkedHashMap<>();
        Stream.of(ofAll, ofMergedAndErased)
                .flatMap(ids -> ids.stream().limit(historiesOf))
                .forEach(id -> histories.put(id, pages("/v1/treatments/" + id + "/history", bearer)));
        return histories;
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
            if (page.status() == NOT_FOUND) {
                return List.of();
            }
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
