package org.hfsregistry.local.up;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hfsregistry.local.issuer.BearerTokens;
import org.hfsregistry.local.run.Addresses;
import org.hfsregistry.local.run.CannotBeDone;
import org.hfsregistry.local.run.RunFolder;
import org.hfsregistry.local.run.Server;
import org.hfsregistry.local.submission.Account;
import org.hfsregistry.local.submission.RejectedRow;
import org.hfsregistry.local.submission.Submission;
import org.hfsregistry.local.submission.SubmissionReport;
import org.hfsregistry.sample.HospitalOutcomes;

/** Fills an empty registry with a sample, through intake like everybody. */
final class SampleLoading {

    private static final int AT_ONCE = 4;

    private final Addresses addresses;
    private final BearerTokens tokens;
    private final Progress progress;

    SampleLoading(Addresses addresses, BearerTokens tokens, Progress progress) {
        this.addresses = addresses;
        this.tokens = tokens;
        this.progress = progress;
    }

    /** Loads it unless an earlier run has done so to the end. Breaking it off is harmless: repeats count once. */
    void load(Sample sample, int networkTreatments, RunFolder folder) throws InterruptedException {
        String mark = mark(sample);
        if (folder.about(mark).isPresent()) {
            progress.say("  the sample is there from an earlier run");
            return;
        }
        progress.say("  loading the sample: %s ...".formatted(sample.words()));
        Instant since = Instant.now();
        List<HospitalOutcomes> hospitals = sample.hospitals(networkTreatments);
        Account all = Account.NONE;
        try (ExecutorService senders =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<Account>> sent = hospitals.stream()
                    .map(hospital -> senders.submit(() -> send(hospital)))
                    .toList();
            for (Future<Account> account : sent) {
                all = all.plus(result(account));
            }
        }
        folder.mark(mark, Long.toString(all.accepted()));
        String refused = all.rejected() == 0 ? "" : ", %d refused as they should".formatted(all.rejected());
        progress.done(
                "sample: %d hospitals, %d outcomes accepted%s".formatted(hospitals.size(), all.accepted(), refused),
                since);
    }

    /** The name of the mark in the folder. */
    static String mark(Sample sample) {
        return "sample-%s.loaded".formatted(sample);
    }

    /** How many outcomes of the sample were accepted when it was loaded; 0 where nobody noted it. */
    static long accepted(Sample sample, RunFolder folder) {
        return folder.about(mark(sample))
                .filter(about -> !about.isBlank())
                .map(Long::valueOf)
                .orElse(0L);
    }

    private Account send(HospitalOutcomes hospital) throws InterruptedException {
        FirstRejection rejection = new FirstRejection();
        Account account = new Submission(
                        addresses.of(Server.INTAKE), tokens.hospital(hospital.hospitalId()), false, rejection)
                .send(hospital.rows().get().iterator());
        if (account.rejected() != hospital.toBeRefused()) {
            throw new CannotBeDone(
                    "Of the sample of %s, %d outcomes were rejected and not %d; first: %s"
                            .formatted(
                                    hospital.hospitalId(), account.rejected(), hospital.toBeRefused(), rejection.rows),
                    "Start again: what was accepted is not counted twice.");
        }
        return account;
    }

    private static Account result(Future<Account> account) throws InterruptedException {
        try {
            return account.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CannotBeDone why) {
                throw why;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static final class FirstRejection implements SubmissionReport {
        private final List<RejectedRow> rows = new ArrayList<>();

        @Override
        public void rejected(RejectedRow row) {
            if (rows.isEmpty()) {
                rows.add(row);
            }
        }

        @Override
        public void progressed(Account soFar) {
            // A sample is short.
        }

        @Override
        public void waiting(long seconds) {
            // So is the pause.
        }
    }
}
