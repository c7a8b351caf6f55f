package org.hfsregistry.faults.load;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hfsregistry.local.http.Answer;
import org.hfsregistry.local.http.LocalHttp;
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

    /** Returns when all of it is acknowledged. @throws Refused where intake finds fault with it */
    void submit(List<ReportedRow> rows) throws InterruptedException {
        int unanswered = Stubborn.get(_ -> send(rows)).unanswered();
        sending.sentAgain().addAndGet(unanswered);
        sending.requests().incrementAndGet();
        sending.acknowledged().addAndGet(rows.size());
    }

    /** The answer that all was accepted; absent where it has to be sent again. */
    private Optional<Answer> send(List<ReportedRow> rows) throws InterruptedException {
        return rows.size() == 1
                ? Stubborn.answer(() -> post(
                                "/v1/outcomes",
                                "application/json",
                                rows.getFirst().json()))
                        .filter(StubbornHospital::isAccepted)
                : Stubborn.answer(() -> post(
                                "/v1/outcomes/batch",
                                "application/x-ndjson",
                                rows.stream().map(ReportedRow::json).collect(Collectors.joining("\n"))))
                        .filter(answer -> isAccepted(answer, rows.size()));
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
