package org.hfsregistry.local.published;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A series of a paper: its counts, the figures that have to come back, and how it is replayed.
 *
 * @param calendar when the treatments of all series lie
 * @param facts the series as it stands in the file; numbers keep their digits
 */
public record PublishedSeries(JsonNode calendar, JsonNode facts) {

    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** All of the file, in its order. */
    public static List<PublishedSeries> all() {
        try (InputStream file =
                Objects.requireNonNull(PublishedSeries.class.getResourceAsStream("published-series.json"))) {
            JsonNode read = EXACT.readTree(file);
            return read.get("series")
                    .valueStream()
                    .map(series -> new PublishedSeries(read.get("replay"), series))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The hospital's id. */
    public String id() {
        return facts.get("id").asString();
    }

    /** Whether the paper says how often the spasm came back; elsewhere only the replay's rule does. */
    public boolean hasRecurrence() {
        return facts.path("mvd").propertyNames().stream().anyMatch(count -> count.startsWith("recurred"));
    }

    /** A count of the paper or of the replay, by its path. */
    int count(String path) {
        return facts.at(path).asInt();
    }
}
