package org.hfsregistry.faults.load;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.hfsregistry.local.http.Answer;
import org.hfsregistry.local.run.CannotBeDone;

/** Asks services that are killed now and then, again and again until they answer. */
final class Stubborn {

    private static final Set<Integer> PUT_OFF = Set.of(429, 503);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Stubborn() {}

    /** What was got at last, and how often there was nothing before. */
    record Got<T>(T value, int unanswered) {}

    /** Tries until there is something, with a pause after each time that there is not. */
    static <T> Got<T> get(Attempt<T> attempt) throws InterruptedException {
        int unanswered = 0;
        Optional<T> value = attempt.after(unanswered);
        while (value.isEmpty()) {
            unanswered++;
            Thread.sleep(PAUSE);
            value = attempt.after(unanswered);
        }
        return new Got<>(value.get(), unanswered);
    }

    /** Asks once; absent where no answer came, or only that it is to be asked again. */
    static Optional<Answer> answer(Request request) throws InterruptedException {
        try {
            return Optional.of(request.answer()).filter(answer -> !PUT_OFF.contains(answer.status()));
        } catch (CannotBeDone notAnswered) {
            if (Thread.interrupted()) {
                throw new InterruptedException("told to ask no more");
            }
            return Optional.empty();
        }
    }

    /** Gets something, or nothing, after so many times that there was nothing. */
    interface Attempt<T> {
        Optional<T> after(int unanswered) throws InterruptedException;
    }

    /** A request over HTTP. @throws CannotBeDone where nobody answers */
    interface Request {
        Answer answer();
    }
}
