package org.hfsregistry.analytics.change.sse;

import java.util.Optional;
import java.util.regex.Pattern;
import org.hfsregistry.analytics.access.Callers;
import org.hfsregistry.analytics.change.Changes;
import org.hfsregistry.analytics.disclosure.Thresholds;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/** That there are newer numbers, over HTTP as long as somebody listens. */
@RestController
@EnableConfigurationProperties(ChangeSettings.class)
final class ChangesApi {
    private static final String RETRY_SECONDS = "30";
    private static final long NO_END = -1;
    private static final long NO_VERSION = -1;
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,18}");

    private final Changes changes;
    private final Changes.Limits limits;
    private final Callers callers;
    private final Thresholds thresholds;
    private final JsonMapper json;

    ChangesApi(Changes changes, ChangeSettings settings, Callers callers, Thresholds thresholds, JsonMapper json) {
        this.changes = changes;
        this.limits = new Changes.Limits(settings.mostListeners(), settings.beatEvery());
        this.callers = callers;
        this.thresholds = thresholds;
        this.json = json;
    }

    @GetMapping(path = "/v1/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> changes(@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last) {
        SseEmitter line = new SseEmitter(NO_END);
        Optional<Long> lastSeen =
                Optional.ofNullable(last).map(id -> VERSION.matcher(id).matches() ? Long.parseLong(id) : NO_VERSION);
        Runnable telling = changes.listen(
                        new Line(line, json), callers.current().audience(thresholds), lastSeen, limits)
                .orElseThrow(TooManyListeners::new);
        Thread.ofVirtual().name("changes").start(telling);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(line);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(TooManyListeners tooMany) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(tooMany.getMessage()));
        problem.setProperty("code", "TOO_MANY_LISTENERS");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** No line is free. */
    static final class TooManyListeners extends RuntimeException {
        private TooManyListeners() {
            super("As many listen to changes as may. Ask again later, or ask for numbers with If-None-Match.");
        }
    }
}
