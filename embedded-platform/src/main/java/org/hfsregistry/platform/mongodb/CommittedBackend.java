package org.hfsregistry.platform.mongodb;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;

/**
 * A backend whose answers are on disk. A command is answered when all it wrote or saw is in the file, and the file only
 * ever holds whole commands: a commit waits for the commands under way and keeps out new ones. Commands that wait for
 * their commit together share one.
 */
final class CommittedBackend extends H2Backend {

    /** What changes no data; a command that is not known here is taken for a write. */
    private static final Set<String> READS = Set.of(
            "buildinfo",
            "count",
            "distinct",
            "endsessions",
            "find",
            "getmore",
            "hello",
            "ismaster",
            "killcursors",
            "listcollections",
            "listdatabases",
            "listindexes",
            "ping");

    private static final int RECLAIM_AFTER_COMMITS = 256;
    private static final int REWRITE_BELOW_PERCENT_IN_USE = 50;
    private static final int REWRITE_AT_MOST_BYTES = 4 * 1024 * 1024;

    private final ReadWriteLock commands = new ReentrantReadWriteLock();
    private final AtomicLong written = new AtomicLong();
    private volatile long committed;
    private int commitsSinceReclaim;

    private CommittedBackend(MVStore store) {
        super(store);
    }

    /** Opens the file, or makes a new one; the store itself must not commit in the middle of a command. */
    static CommittedBackend open(Path file) {
        return new CommittedBackend(new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .open());
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new KeyedDatabase(name, getMvStore(), getCursorRegistry());
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        commands.readLock().lock();
        try {
            if (!READS.contains(command.toLowerCase(Locale.ROOT))) {
                written.incrementAndGet();
            }
            return super.handleCommand(channel, database, command, query);
        } finally {
            long seen = written.get();
            commands.readLock().unlock();
            commitUpTo(seen);
        }
    }

    private void commitUpTo(long write) {
        if (committed >= write) {
            return;
        }
        commands.writeLock().lock();
        try {
            if (committed < write) {
                long upTo = written.get();
                commit();
                reclaimSpaceNowAndThen();
                committed = upTo;
            }
        } finally {
            commands.writeLock().unlock();
        }
    }

    /** Moves what is in use out of chunks that are mostly not, so that their place in the file is used again. */
    private void reclaimSpaceNowAndThen() {
        commitsSinceReclaim++;
        if (commitsSinceReclaim == RECLAIM_AFTER_COMMITS) {
            commitsSinceReclaim = 0;
            if (getMvStore().compact(REWRITE_BELOW_PERCENT_IN_USE, REWRITE_AT_MOST_BYTES)) {
                commit();
            }
        }
    }
}
