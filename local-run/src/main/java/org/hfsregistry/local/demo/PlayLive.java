package org.hfsregistry.local.demo;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hfsregistry.local.submission.Account;
import org.hfsregistry.local.submission.Submission;
import org.hfsregistry.sample.HospitalOutcomes;

/** Submits a sample as its hospitals would, all of them at the same time and no faster than asked for. */
public final class PlayLive {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /** Long before a token ends. */
    private static final Duration TOKENS_ARE_KEPT = Duration.ofHours(1);

    private final URI intake;
    private final UnaryOperator<String> tokenOf;
    private final List<Scene> scenes;
    private final DemoScreen screen;
    private final Map<String, String> tokens = new HashMap<>();
    private long tokensSince = System.nanoTime();

    /**
     * Gets ready to play.
     *
     * @param tokenOf gives a hospital's token
     */
    public PlayLive(URI intake, UnaryOperator<String> tokenOf, List<HospitalOutcomes> sample, DemoScreen screen) {
        this.intake = intake;
        this.tokenOf = tokenOf;
        this.scenes = Scene.of(sample);
        this.screen = screen;
    }

    /** How many outcomes the sample has. */
    public int length() {
        return scenes.size();
    }

    /** Plays it from a place on, this many outcomes a second, and returns at its end. */
    public void play(int from, int perSecond) throws InterruptedException {
        Pace pace = new Pace(perSecond);
        long begun = System.nanoTime();
        int next = from;
        while (next < scenes.size()) {
            long due = from + pace.due(Duration.ofNanos(System.nanoTime() - begun));
            int until = (int) Math.min(scenes.size(), due);
            if (until > next) {
                screen.played(until, send(scenes.subList(next, until)));
                next = until;
            } else {
                Thread.sleep(BETWEEN_LOOKS);
            }
        }
    }

    private Account send(List<Scene> due) throws InterruptedException {
        Map<String, List<String>> rows = due.stream()
                .collect(Collectors.groupingBy(
                        Scene::hospitalId, LinkedHashMap::new, Collectors.mapping(Scene::row, Collectors.toList())));
        Account account = Account.NONE;
        for (Map.Entry<String, List<String>> hospital : rows.entrySet()) {
            account = account.plus(new Submission(intake, token(hospital.getKey()), false, screen)
                    .send(hospital.getValue().iterator()));
        }
        return account;
    }

    private String token(String hospital) {
        if (System.nanoTime() - tokensSince > TOKENS_ARE_KEPT.toNanos()) {
            tokens.clear();
            tokensSince = System.nanoTime();
        }
        return tokens.computeIfAbsent(hospital, tokenOf);
    }
}
