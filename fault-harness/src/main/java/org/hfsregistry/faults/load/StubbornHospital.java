package org.hfsregistry.faults.load;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hfsregistry.local.http.Answer;
import org.hfsregistry.local.http.LocalHttp;
import org.hfsregistry.local.run.CannotBeDone;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Submits requests in their order, each until it is acknowledged: what is not answered, or put off, it sends again.
 *
 * @param sending counts what all hospitals send
 */
record StubbornHospital(URI intake, String bearer, SendingAccount sending) {

    private static final int ACCEPTED = 202;
    private static final Set<Integer> PUT_OFF = Set.of(429, 503);
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** Returns when all of it is acknowledged. @throws Refused where intake finds fault with it */
    void submit(List<ReportedRow> rows) throws InterruptedException {
        while (!isAcknowledged(rows)) {
            sending.sentAgain().incrementAndGet();
            Thread.sleep(PAUSE);
        }
        sending.requests().incrementAndGet();
        sending.acknowledged().addAndGet(rows.size());
    }

    private boolean isAcknowledged(List<ReportedRow> rows) throws InterruptedException {
        Answer answer;
        try {
            answer = rows.size() == 1
                    ? post("/v1/outcomes", "application/json", rows.getFirst().json())
                    : post(
                            "/v1/outcomes/batch",
                            "application/x-ndjson",
                            rows.stream().map(ReportedRow::json).collect(Collectors.joining("\n")));
        } catch (CannotBeDone notAnswered) {
            if (Thread.interrupted()) {
                throw new InterruptedException("told to send no more");
            }
            return false;
        }
        if (PUT_OFF.contains(answer.status())) {
            return false;
        }
        return rows.size() == 1 ? isAccepted(answer) : isAccepted(answer, rows.size());
    }

    private static boolean isAccepted(Answer answer) {
        if (answer.status() != ACCEPTED) {
            throw new Refused("intake", answer);
        }
        return true;
    }

    /** A report may break off where intake was killed, and rows may be put off by themselves. */
    private static boolean isAccepted(Answer answer, int rows) {
        String report = answer.response().body();
        if (!answer.isGood()) {
            throw new Refused("intake", answer);
        }
        for (String line : report.lines().toList()) {
            JsonNode told;
            try {
                told = JsonMapper.shared().readTree(line);
            } catch (JacksonException brokenOff) {
                return false;
            }
            if (told.has("summary")) {
                return told.path("summary").path("accepted").asInt() == rows;
            }
            boolean putOff = told.path("errors")
                    .valueStream()
                    .allMatch(error -> error.path("code").asString().equals("BROKER_UNAVAILABLE"));
            if (!putOff) {
                throw new Refused("intake", answer.status(), line);
            }
        }
        return false;
    }

    private Answer post(String path, String contentType, String body) {
        return LocalHttp.post(
                intake.resolve(path), "Bearer " + bearer, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** A service found fault with what has none, or failed in a way that it never should. */
    static final class Refused extends RuntimeException {
        Refused(String who, Answer answer) {
            this(who, answer.status(), answer.response().body());
        }

        private Refused(String who, int status, String body) {
            super("%s answered %d: %s".formatted(who, status, body));
        }
    }
}
