package org.hfsregistry.faults.load;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;

/** Hospitals that submit side by side, until they are told that it is enough. */
public final class Load implements AutoCloseable {

    private final URI intake;
    private final List<URI> registries;
    private final UnaryOperator<String> tokens;
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final SendingAccount account = new SendingAccount();
    private final Map<String, Future<Acknowledged>> hospitals = new LinkedHashMap<>();
    private volatile boolean enough;

    /**
     * Nobody sends yet.
     *
     * @param registries instances, of which any may be asked
     * @param tokens a hospital's bearer token
     */
    public Load(URI intake, List<URI> registries, UnaryOperator<String> tokens) {
        this.intake = intake;
        this.registries = List.copyOf(registries);
        this.tokens = tokens;
    }

    /**
     * Lets a hospital submit.
     *
     * @param rowsPerSecond at most, on average
     */
    public void begin(String hospital, double rowsPerSecond, Random random) {
        Conversation conversation = conversation(hospital, account);
        hospitals.put(hospital, senders.submit(() -> speakUntilEnough(conversation, rowsPerSecond, random)));
    }

    private Conversation conversation(String hospital, SendingAccount sending) {
        String bearer = tokens.apply(hospital);
        return new Conversation(
                new StubbornHospital(intake, bearer, sending), new StubbornDoors(intake, registries, bearer, sending));
    }

    private Acknowledged speakUntilEnough(Conversation conversation, double rowsPerSecond, Random random)
            throws InterruptedException {
        HospitalCourse course = new HospitalCourse(random);
        while (!enough) {
            List<? extends Said> request = course.next();
            conversation.say(request);
            Thread.sleep(Duration.ofMillis(Math.round(random.nextDouble() * 2000 * request.size() / rowsPerSecond)));
        }
        for (List<ReportedRow> request : course.rest()) {
            conversation.say(request);
        }
        return conversation.acknowledged();
    }

    /** Says all of this as one hospital, in its order. */
    public void sayCalmly(String hospital, List<? extends Said> all) throws InterruptedException {
        conversation(hospital, new SendingAccount()).sayCalmly(all);
    }

    /** Throws what a hospital broke off with, where one did. */
    public void requireGoingOn() {
        for (Future<Acknowledged> hospital : hospitals.values()) {
            if (hospital.isDone()) {
                requireWhole(hospital);
            }
        }
    }

    /** Lets each hospital come to its end. */
    public Map<String, Acknowledged> end() {
        enough = true;
        Map<String, Acknowledged> acknowledged = new LinkedHashMap<>();
        hospitals.forEach((hospital, all) -> acknowledged.put(hospital, requireWhole(all)));
        return acknowledged;
    }

    private static Acknowledged requireWhole(Future<Acknowledged> hospital) {
        try {
            return hospital.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException refused ? refused : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the wait for a hospital was broken off", e);
        }
    }

    /** What was sent so far. */
    public SendingAccount account() {
        return account;
    }

    @Override
    public void close() {
        senders.shutdownNow();
    }
}
