package org.hfsregistry.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The data folder of a run: servers' data, keys, logs, and the record by which other commands find the run. */
public record RunFolder(Path path) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Takes the folder by its full name. */
    public RunFolder {
        path = path.toAbsolutePath().normalize();
    }

    /** The one that is meant where none is named. */
    public static RunFolder usual(Path project) {
        return new RunFolder(project.resolve("registry-data"));
    }

    /**
     * Takes the folder for this process until the lock is closed.
     *
     * @throws CannotBeDone if another run has it
     */
    public FileLock lock() {
        try {
            Files.createDirectories(logs());
            FileChannel channel =
                    FileChannel.open(path.resolve("run.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw inUse();
            }
            return lock;
        } catch (IOException e) {
            throw new CannotBeDone(
                    "The data folder %s can't be used: %s".formatted(path, e), "Name another with --data.");
        }
    }

    private CannotBeDone inUse() {
        String by = running().map(run -> " by the process " + run.pid()).orElse("");
        return new CannotBeDone(
                "The data folder %s is in use%s".formatted(path, by),
                "Stop that run, or name another folder with --data and other ports with --port-offset.");
    }

    /** Where broker and store keep their data. */
    public Path servers() {
        return path.resolve("servers");
    }

    /** Where each process writes its log. */
    public Path logs() {
        return path.resolve("logs");
    }

    /** Where analytics saves its columns. */
    public Path columns() {
        return path.resolve("columns");
    }

    /** The secrets of this registry, made where there are none. */
    public Keys keys() {
        return new Keys(path.resolve("keys"));
    }

    /** Says for all later runs that this was done here, and what there is to know about it. */
    public void mark(String done, String about) {
        try {
            Files.writeString(path.resolve(done), about);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What there is to know about what an earlier run has done; empty where none has. */
    public Optional<String> about(String done) {
        try {
            Path told = path.resolve(done);
            return Files.exists(told) ? Optional.of(Files.readString(told)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets other commands find the run of this process. */
    public void record(RunRecord run) {
        try {
            Path unfinished = path.resolve("run.json.new");
            Files.writeString(unfinished, JSON.writeValueAsString(run));
            Files.move(unfinished, file(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the record away at the end of the run. */
    public void forget() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What runs here.
     *
     * @throws CannotBeDone if nothing does
     */
    public RunRecord requireRunning() {
        return running()
                .orElseThrow(() -> new CannotBeDone(
                        "Nothing runs on the data folder " + path,
                        "Start it with ./registry up, or name the folder of the run with --data."));
    }

    private Optional<RunRecord> running() {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file()), RunRecord.class))
                    .filter(RunRecord::isAlive);
        } catch (IOException | JacksonException nobodyWroteIt) {
            return Optional.empty();
        }
    }

    private Path file() {
        return path.resolve("run.json");
    }
}
