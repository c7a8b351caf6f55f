package org.hfsregistry.analytics.frozen.rest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hfsregistry.analytics.access.Callers;
import org.hfsregistry.analytics.frozen.FreezeNumbers;
import org.hfsregistry.analytics.frozen.FreezeNumbers.Outcome;
import org.hfsregistry.analytics.frozen.Snapshot;
import org.hfsregistry.analytics.frozen.Snapshots;
import org.hfsregistry.analytics.frozen.Title;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes, lists and tells snapshots. */
@RestController
final class SnapshotsApi {
    private static final Duration FOR_EVER = Duration.ofDays(365);
    private static final String TITLE = "title";

    private final FreezeNumbers freezing;
    private final Snapshots snapshots;
    private final Callers callers;
    private final JsonMapper json;

    SnapshotsApi(FreezeNumbers freezing, Snapshots snapshots, Callers callers, JsonMapper json) {
        this.freezing = freezing;
        this.snapshots = snapshots;
        this.callers = callers;
        this.json = json;
    }

    /** The body is read by hand: who may is asked before what is wanted. */
    @PostMapping(path = "/v1/snapshots", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> freeze(@RequestBody(required = false) byte @Nullable [] wanted) {
        if (!callers.current().isAdmin()) {
            throw Refused.notAnAdmin();
        }
        return switch (freezing.freeze(title(wanted == null ? new byte[] {} : wanted))) {
            case Outcome.Frozen(Snapshot snapshot) ->
                ResponseEntity.created(URI.create("/v1/snapshots/" + snapshot.id()))
                        .body(told(snapshot).head());
            case Outcome.Busy _ -> throw Refused.busy();
        };
    }

    private Title title(byte[] wanted) {
        try {
            JsonNode read = json.readTree(wanted);
            if (read.isObject()
                    && Set.copyOf(read.propertyNames()).equals(Set.of(TITLE))
                    && read.path(TITLE).isString()
                    && Title.isOne(read.path(TITLE).stringValue())) {
                return new Title(read.path(TITLE).stringValue());
            }
            throw Refused.title();
        } catch (JacksonException noJson) {
            throw Refused.title();
        }
    }

    @GetMapping("/v1/snapshots")
    ResponseEntity<Map<String, Object>> list() {
        List<Map<String, Object>> heads =
                snapshots.all().stream().map(snapshot -> told(snapshot).head()).toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .varyBy(HttpHeaders.AUTHORIZATION)
                .body(Map.of("snapshots", heads));
    }

    /** Written answer by answer: all together may be larger than what should be held at once. */
    @GetMapping(path = "/v1/snapshots/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    void read(@PathVariable String id, ServletWebRequest web, HttpServletResponse response) throws IOException {
        Snapshot snapshot = snapshots.find(id).orElseThrow(Refused::noSuchSnapshot);
        SnapshotJson told = told(snapshot);
        CacheControl caching = CacheControl.maxAge(FOR_EVER).immutable();
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                (told.researchers() ? caching.cachePrivate() : caching.cachePublic()).getHeaderValue());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        if (web.checkNotModified('"' + snapshot.checksum(told.researchers()).hex() + '"')) {
            return;
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        OutputStream body = response.getOutputStream();
        body.write(open(told.whole()));
        body.write(",\"numbers\":[".getBytes(StandardCharsets.UTF_8));
        boolean first = true;
        for (Snapshot.Part part : snapshot.parts(told.researchers())) {
            body.write((first ? "" : ",").getBytes(StandardCharsets.UTF_8));
            body.write(open(told.part(part)));
            body.write(",\"answer\":".getBytes(StandardCharsets.UTF_8));
            body.write(snapshots.answer(part.checksum()));
            body.write('}');
            first = false;
        }
        body.write("]}".getBytes(StandardCharsets.UTF_8));
    }

    /** An object without its last brace. */
    private byte[] open(Map<String, Object> fields) {
        byte[] closed = json.writeValueAsBytes(fields);
        return Arrays.copyOf(closed, closed.length - 1);
    }

    private SnapshotJson told(Snapshot snapshot) {
        return new SnapshotJson(snapshot, callers.current().isResearcher());
    }
}
