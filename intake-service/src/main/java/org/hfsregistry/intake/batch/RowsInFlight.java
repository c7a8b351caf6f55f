package org.hfsregistry.intake.batch;

import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.hfsregistry.intake.submission.SubmittedOutcomes;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one batch that were read and not yet told, in their order and bounded: whoever reads rows waits where the
 * broker or the client does not keep up.
 *
 * <p>Three threads work on them one after the other: one reads and adds, one sends, one tells. Rows are handed on many at a
 * time, since waking a thread for each would take longer than the work on it; but no row waits for further ones longer than
 * a millisecond, so that a client hears of its rows while it has not sent the next one.
 */
final class RowsInFlight {

    private static final int MOST = 4096;
    private static final int STEP = 128;
    private static final long GATHERED_FOR_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final @Nullable InFlight[] ring = new @Nullable InFlight[MOST];
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Condition toSend = lock.newCondition();
    private final Condition toTell = lock.newCondition();
    private long added;
    private long sent;
    private long told;
    private boolean ended;

    /** One row on its way. */
    sealed interface InFlight {

        /** Its result is known. */
        record Settled(RowResult result) implements InFlight {}

        /** It has no fault, and is to be sent. */
        record Checked(RowResult.Accepted ifKept, SubmittedOutcomes.Written outcome) implements InFlight {}

        /** It is accepted when it is kept. */
        record Sent(RowResult.Accepted ifKept, CompletableFuture<@Nullable Void> kept) implements InFlight {}
    }

    /** Adds a row; waits for room. */
    void add(InFlight row) throws InterruptedIOException {
        lock.lock();
        try {
            while (added - told == MOST) {
                room.await();
            }
            ring[place(added++)] = row;
            long unsent = added - sent;
            if (unsent == 1 || unsent == STEP) {
                toSend.signal();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the service stops");
        } finally {
            lock.unlock();
        }
    }

    /** No further row is added. */
    void end() {
        lock.lock();
        try {
            ended = true;
            toSend.signal();
            toTell.signal();
        } finally {
            lock.unlock();
        }
    }

    /** How many rows there are to send; none after the last. */
    int awaitAdded() {
        lock.lock();
        try {
            while (added == sent && !ended) {
                toSend.await();
            }
            long left = GATHERED_FOR_NANOS;
            while (added - sent < STEP && !ended && left > 0) {
                left = toSend.awaitNanos(left);
            }
            return (int) Math.min(STEP, added - sent);
        } catch (InterruptedException e) {
            throw nobodyInterrupts(e);
        } finally {
            lock.unlock();
        }
    }

    /** One of the rows to send. */
    InFlight toSend(int index) {
        return at(sent + index);
    }

    /** Puts what became of a row to send into its place. */
    void replace(int index, InFlight row) {
        ring[place(sent + index)] = row;
    }

    /** So many more were sent. */
    void sent(int count) {
        lock.lock();
        try {
            sent += count;
            toTell.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Whether there are rows to tell without waiting for them. */
    boolean hasSent() {
        lock.lock();
        try {
            return sent > told;
        } finally {
            lock.unlock();
        }
    }

    /** How many rows there are to tell; none after the last. */
    int awaitSent() {
        lock.lock();
        try {
            while (sent == told && !(ended && sent == added)) {
                toTell.await();
            }
            return (int) Math.min(STEP, sent - told);
        } catch (InterruptedException e) {
            throw nobodyInterrupts(e);
        } finally {
            lock.unlock();
        }
    }

    /** One of the rows to tell. */
    InFlight toTell(int index) {
        return at(told + index);
    }

    /** So many more were told. */
    void told(int count) {
        lock.lock();
        try {
            for (int i = 0; i < count; i++) {
                ring[place(told++)] = null;
            }
            room.signal();
        } finally {
            lock.unlock();
        }
    }

    private InFlight at(long number) {
        InFlight row = ring[place(number)];
        if (row == null) {
            throw new IllegalStateException("there is no row " + number);
        }
        return row;
    }

    private static int place(long number) {
        return (int) (number % MOST);
    }

    private static IllegalStateException nobodyInterrupts(InterruptedException e) {
        return new IllegalStateException("nobody interrupts the threads that send and tell", e);
    }
}
