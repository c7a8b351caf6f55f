package org.hfsregistry.analytics.statistic.rest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hfsregistry.analytics.access.Callers;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.question.Asked.By;
import org.hfsregistry.analytics.statistic.AskedText;
import org.hfsregistry.analytics.statistic.FrozenAnswers;
import org.hfsregistry.analytics.statistic.FrozenAnswers.Found;
import org.hfsregistry.analytics.statistic.rest.Questions.NoSuchStatistic;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * The statistics as of a snapshot over HTTP. A hospital gets what everybody does: its own numbers are its own to keep. The
 * bytes are those that were frozen; only where some hospitals or a table are asked for they are written anew.
 */
@RestController
final class FrozenApi {
    /** The parameter that names a snapshot. */
    static final String AS_OF = "asOf";

    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final FrozenAnswers frozen;
    private final Callers callers;
    private final AnswerJson json;

    FrozenApi(FrozenAnswers frozen, Callers callers, AnswerJson json) {
        this.frozen = frozen;
        this.callers = callers;
        this.json = json;
    }

    @GetMapping(path = "/v1/hospitals", params = AS_OF)
    ResponseEntity<byte[]> hospitals(
            @RequestParam MultiValueMap<String, String> given,
            @RequestHeader HttpHeaders headers,
            ServletWebRequest web)
            throws HttpMediaTypeNotAcceptableException {
        Parameters parameters = new Parameters(live(given), List.of("hospital", "level"), AS_OF);
        double level = parameters.level();
        AskedText asked = level == Asked.USUAL_LEVEL ? AskedText.HOSPITALS : new AskedText("hospitals?level=" + level);
        return respond(snapshot(given), asked, parameters.hospitals(), headers, web);
    }

    @GetMapping(path = "/v1/statistics/{name}", params = AS_OF)
    ResponseEntity<byte[]> statistic(
            @PathVariable String name,
            @RequestParam MultiValueMap<String, String> given,
            @RequestHeader HttpHeaders headers,
            ServletWebRequest web)
            throws HttpMediaTypeNotAcceptableException {
        Asked asked =
                Questions.at(name).orElseThrow(() -> new NoSuchStatistic(name)).asked(live(given), AS_OF);
        AskedText text = AskedText.of(name, asked);
        if (asked.by() != By.HOSPITAL && !asked.hospitals().isEmpty()) {
            text = new AskedText(text.text() + "&hospital=" + String.join("&hospital=", asked.hospitals()));
        }
        return respond(snapshot(given), text, asked.hospitals(), headers, web);
    }

    private static Map<String, List<String>> live(Map<String, List<String>> given) {
        Map<String, List<String>> others = new LinkedHashMap<>(given);
        others.remove(AS_OF);
        return others;
    }

    private static String snapshot(Map<String, List<String>> given) {
        List<String> named = given.getOrDefault(AS_OF, List.of());
        if (named.size() != 1) {
            throw WrongParameter.value(AS_OF, "the id of one snapshot; /v1/snapshots lists them");
        }
        return named.getFirst();
    }

    private ResponseEntity<byte[]> respond(
            String snapshot, AskedText asked, Set<String> hospitals, HttpHeaders headers, ServletWebRequest web)
            throws HttpMediaTypeNotAcceptableException {
        Format format = Format.accepted(headers);
        boolean researcher = callers.current().isResearcher();
        return switch (frozen.find(snapshot, asked, researcher)) {
            case Found.Kept kept -> written(kept, hospitals, format, researcher, web);
            case Found.NoSuchSnapshot _ -> throw NotFrozen.snapshot(snapshot);
            case Found.NotFrozen not -> throw NotFrozen.question(snapshot, asked, not.frozen());
        };
    }

    private ResponseEntity<byte[]> written(
            Found.Kept kept, Set<String> hospitals, Format format, boolean researcher, ServletWebRequest web) {
        String tag = tag(kept.checksum(), hospitals, format);
        CacheControl caching = CacheControl.maxAge(FOR_EVER).immutable();
        ResponseEntity.BodyBuilder response = ResponseEntity.status(
                        web.checkNotModified(tag) ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .cacheControl(researcher ? caching.cachePrivate() : caching.cachePublic())
                .varyBy(HttpHeaders.ACCEPT, HttpHeaders.AUTHORIZATION);
        if (web.isNotModified()) {
            return response.build();
        }
        byte[] body = switch (format) {
            case JSON -> hospitals.isEmpty() ? kept.json() : json.only(hospitals, kept.json());
            case CSV ->
                AnswerCsv.of(json.read(hospitals.isEmpty() ? kept.json() : json.only(hospitals, kept.json())))
                        .getBytes(StandardCharsets.UTF_8);
        };
        return response.eTag(tag).contentType(format.type()).body(body);
    }

    /** The checksum; with what else was asked for where it is not the frozen bytes that are answered. */
    private static String tag(String checksum, Set<String> hospitals, Format format) {
        return '"'
                + checksum
                + (format == Format.CSV ? "-csv" : "")
                + (hospitals.isEmpty() ? "" : "-of-" + String.join(",", hospitals))
                + '"';
    }
}
