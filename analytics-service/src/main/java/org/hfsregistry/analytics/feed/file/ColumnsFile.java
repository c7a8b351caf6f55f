package org.hfsregistry.analytics.feed.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.feed.SavedColumns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The columns in a file, which is written beside the one that is there and then put in its place, so that there is always a whole
 * one. Hospitals are written one after the other while changes come in; the log is applied again from before the first.
 */
@Component
@EnableConfigurationProperties(FileSettings.class)
final class ColumnsFile implements SavedColumns {
    private static final Logger LOG = LoggerFactory.getLogger(ColumnsFile.class);
    private static final String NAME = "columns";
    private static final String BEING_WRITTEN = "columns.part";

    private final Optional<Path> folder;
    private final Duration atMostOld;
    private final Clock clock;

    @Autowired
    ColumnsFile(FileSettings settings) {
        this(settings.folderIfGiven(), settings.atMostOld(), Clock.systemUTC());
    }

    ColumnsFile(Optional<Path> folder, Duration atMostOld, Clock clock) {
        this.folder = folder;
        this.atMostOld = atMostOld;
        this.clock = clock;
    }

    /** What a file is of. */
    private record Head(long format, Instant writtenAt, String log, LogPositions applied, Instant asOf, int cohorts) {

        void writeTo(WrittenFile file) throws IOException {
            file.put(format);
            file.put(writtenAt.toEpochMilli());
            file.put(log);
            file.put(applied.treatments().size());
            for (long offset : applied.treatments()) {
                file.put(offset);
            }
            file.put(asOf.getEpochSecond());
            file.put(asOf.getNano());
            file.put(cohorts);
        }

        static Head readFrom(ReadFile file) throws IOException {
            long format = file.number();
            Instant writtenAt = Instant.ofEpochMilli(file.number());
            String log = file.text();
            LogPositions applied = LogPositions.NONE;
            int partitions = Math.toIntExact(file.number());
            for (int partition = 0; partition < partitions; partition++) {
                applied = applied.treatmentsAt(partition, file.number());
            }
            Instant asOf = Instant.ofEpochSecond(file.number(), file.number());
            return new Head(format, writtenAt, log, applied, asOf, Math.toIntExact(file.number()));
        }
    }

    @Override
    public boolean save(Population population, String log, LogPositions applied) {
        if (folder.isEmpty()) {
            return false;
        }
        Path aside = folder.get().resolve(BEING_WRITTEN);
        try {
            Files.createDirectories(folder.get());
            Instant now = clock.instant();
            List<String> hospitals = population.hospitals();
            Instant asOf = population.read(Population.Cut::asOf);
            try (WrittenFile file = new WrittenFile(aside)) {
                new Head(Population.Saved.format(), now, log, applied.ofTreatments(), asOf, hospitals.size())
                        .writeTo(file);
                for (String hospital : hospitals) {
                    ByteBuffer cohort = population.written(hospital);
                    file.put(hospital);
                    file.put(cohort.remaining());
                    file.put(cohort);
                }
                file.end();
            }
            Files.move(aside, folder.get().resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel entry = FileChannel.open(folder.get(), StandardOpenOption.READ)) {
                entry.force(true);
            }
            LOG.info("Saved the columns of {} hospitals at {}", hospitals.size(), applied.ofTreatments());
            return true;
        } catch (IOException refused) {
            LOG.warn("The columns can't be saved: {}", refused.toString());
            return false;
        }
    }

    @Override
    public Optional<LogPositions> restore(Population population, String log, Predicate<LogPositions> reached) {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        delete(folder.get().resolve(BEING_WRITTEN));
        if (!Files.exists(folder.get().resolve(NAME))) {
            return Optional.empty();
        }
        Path path = folder.get().resolve(NAME);
        try {
            return Optional.of(restored(path, population, log, reached));
        } catch (IOException | IllegalArgumentException | ArithmeticException | DateTimeException refused) {
            LOG.warn("The columns that were saved are not taken, and deleted: {}", refused.toString());
            delete(path);
            return Optional.empty();
        }
    }

    private LogPositions restored(Path path, Population population, String log, Predicate<LogPositions> reached)
            throws IOException {
        try (ReadFile file = new ReadFile(path)) {
            Head head = Head.readFrom(file);
            require(head.format() == Population.Saved.format(), "of another form");
            require(head.log().equals(log), "of another log");
            require(head.writtenAt().plus(atMostOld).isAfter(clock.instant()), "older than " + atMostOld);
            require(reached.test(head.applied()), "the log does not have " + head.applied());
            Population.Saved cohorts = new Population.Saved();
            for (int cohort = 0; cohort < head.cohorts(); cohort++) {
                String hospital = file.text();
                cohorts.add(hospital, file.bytes(Math.toIntExact(file.number())));
            }
            file.end();
            population.restore(cohorts, head.asOf());
            LOG.info("Took the columns that were saved at {}", head.applied());
            return head.applied();
        }
    }

    private static void require(boolean holds, String fault) {
        if (!holds) {
            throw new IllegalArgumentException(fault);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException refused) {
            LOG.error("The columns that were saved can't be deleted: {}", refused.toString());
        }
    }
}
