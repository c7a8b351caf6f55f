package org.hfsregistry.analytics.statistic.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.hfsregistry.analytics.access.Caller;
import org.hfsregistry.analytics.access.Callers;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.disclosure.Thresholds;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.statistic.Answer;
import org.hfsregistry.analytics.statistic.Statistics;
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

/** The statistics over HTTP. */
@RestController
final class StatisticsApi {
    private static final int TAG_LENGTH = 32;

    private final Statistics statistics;
    private final Callers callers;
    private final Thresholds thresholds;
    private final AnswerJson json;

    StatisticsApi(Statistics statistics, Callers callers, Thresholds thresholds, AnswerJson json) {
        this.statistics = statistics;
        this.callers = callers;
        this.thresholds = thresholds;
        this.json = json;
    }

    @GetMapping("/v1/hospitals")
    ResponseEntity<byte[]> hospitals(
            @RequestParam MultiValueMap<String, String> given,
            @RequestHeader HttpHeaders headers,
            ServletWebRequest web)
            throws HttpMediaTypeNotAcceptableException {
        Parameters parameters = new Parameters(given, List.of("hospital", "level"), FrozenApi.AS_OF);
        Set<String> hospitals = parameters.hospitals();
        double level = parameters.level();
        Audience audience = audience();
        return respond(
                "hospitals " + hospitals + " " + level,
                hospitals,
                statistics.positions(),
                audience,
                headers,
                web,
                () -> statistics.hospitals(hospitals, level, audience));
    }

    @GetMapping("/v1/statistics/{name}")
    ResponseEntity<byte[]> statistic(
            @PathVariable String name,
            @RequestParam MultiValueMap<String, String> given,
            @RequestHeader HttpHeaders headers,
            ServletWebRequest web)
            throws HttpMediaTypeNotAcceptableException {
        Questions question = Questions.at(name).orElseThrow(() -> new NoSuchStatistic(name));
        Asked asked = question.asked(given, FrozenApi.AS_OF);
        Audience audience = audience();
        if (!asked.isOfOwnAlone(audience)) {
            asked.tooFineFor(audience.k()).ifPresent(tooFine -> {
                throw WrongParameter.tooFine(tooFine);
            });
        }
        return respond(
                asked.toString(),
                asked.hospitals(),
                statistics.positions(asked.question()),
                audience,
                headers,
                web,
                () -> statistics.answer(asked, audience));
    }

    @GetMapping("/v1/statistics/monitoring")
    ResponseEntity<byte[]> monitoring(
            @RequestParam MultiValueMap<String, String> given,
            @RequestHeader HttpHeaders headers,
            ServletWebRequest web)
            throws HttpMediaTypeNotAcceptableException {
        Parameters parameters = new Parameters(given, List.of("hospital", "level"));
        double level = parameters.level();
        Caller caller = callers.current();
        String hospital = HospitalItself.of(caller, parameters.hospitals());
        Audience audience = caller.actingFor(hospital).audience(thresholds);
        return respond(
                "monitoring " + hospital + " " + level,
                Set.of(hospital),
                statistics.positions(),
                audience,
                headers,
                web,
                () -> statistics.monitoring(hospital, level, audience));
    }

    @GetMapping("/v1/statistics/missing")
    ResponseEntity<byte[]> missing(
            @RequestParam MultiValueMap<String, String> given,
            @RequestHeader HttpHeaders headers,
            ServletWebRequest web)
            throws HttpMediaTypeNotAcceptableException {
        Parameters parameters = new Parameters(given, List.of("hospital"));
        Caller caller = callers.current();
        String hospital = HospitalItself.of(caller, parameters.hospitals());
        Audience audience = caller.actingFor(hospital).audience(thresholds);
        return respond(
                "missing " + hospital,
                Set.of(hospital),
                statistics.positions(),
                audience,
                headers,
                web,
                () -> statistics.missing(hospital, audience));
    }

    private Audience audience() {
        return callers.current().audience(thresholds);
    }

    private ResponseEntity<byte[]> respond(
            String asked,
            Set<String> hospitals,
            LogPositions now,
            Audience audience,
            HttpHeaders headers,
            ServletWebRequest web,
            Supplier<Answer> answering)
            throws HttpMediaTypeNotAcceptableException {
        Format format = Format.accepted(headers);
        boolean positions = callers.current().isKnown();
        String about = asked + audience + format + positions;
        if (web.checkNotModified(tag(about + now))) {
            return varying(ResponseEntity.status(HttpStatus.NOT_MODIFIED)).build();
        }
        Answer answer = answering.get();
        return varying(ResponseEntity.ok())
                .eTag(tag(about + answer.positions()))
                .contentType(format.type())
                .body(written(answer, format, positions, hospitals));
    }

    private static <B extends ResponseEntity.HeadersBuilder<B>> B varying(B response) {
        return response.cacheControl(CacheControl.noCache()).varyBy(HttpHeaders.ACCEPT, HttpHeaders.AUTHORIZATION);
    }

    private byte[] written(Answer answer, Format format, boolean positions, Set<String> hospitals) {
        return switch (format) {
            case JSON -> json.json(answer, positions, unknown(hospitals));
            case CSV -> AnswerCsv.of(answer).getBytes(StandardCharsets.UTF_8);
        };
    }

    /** Those that no list of hospitals has; the list is everybody's. */
    private List<String> unknown(Set<String> hospitals) {
        Set<String> known =
                hospitals.isEmpty() ? Set.of() : statistics.profiles(hospitals).keySet();
        return hospitals.stream().filter(hospital -> !known.contains(hospital)).toList();
    }

    private static String tag(String about) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(about.getBytes(StandardCharsets.UTF_8));
            return '"' + HexFormat.of().formatHex(hash).substring(0, TAG_LENGTH) + '"';
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
