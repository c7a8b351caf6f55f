package org.hfsregistry.benchmarks.analytics;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;

/** The columns in a file and from there into a new population, as the service saves and takes them. */
final class Restart implements AutoCloseable {

    private final Path path;
    private final Map<String, Integer> lengths = new LinkedHashMap<>();
    private final Instant asOf;

    Restart(Population population) throws IOException {
        path = Files.createTempFile("columns", "");
        asOf = population.read(Population.Cut::asOf);
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            for (String hospital : population.hospitals()) {
                ByteBuffer written = population.written(hospital);
                lengths.put(hospital, written.remaining());
                while (written.hasRemaining()) {
                    file.write(written);
                }
            }
            file.force(true);
        }
    }

    /** Bytes of the file. */
    long bytes() throws IOException {
        return Files.size(path);
    }

    /** A population that answers. */
    Population taken() throws IOException {
        Population.Saved cohorts = new Population.Saved();
        CRC32C checksum = new CRC32C();
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            for (Map.Entry<String, Integer> hospital : lengths.entrySet()) {
                ByteBuffer bytes = ByteBuffer.allocate(hospital.getValue());
                while (bytes.hasRemaining() && file.read(bytes) >= 0) {
                    Thread.onSpinWait();
                }
                checksum.update(bytes.flip().duplicate());
                cohorts.add(hospital.getKey(), bytes);
            }
        }
        Population population = new Population();
        population.restore(cohorts, asOf);
        population.apply(List.of(), LogPositions.NONE.treatmentsAt(0, checksum.getValue()));
        population.complete();
        return population;
    }

    @Override
    public void close() throws IOException {
        Files.delete(path);
    }
}
