package org.hfsregistry.analytics.export;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.disclosure.Thresholds;
import org.hfsregistry.analytics.measure.DataDay;
import org.springframework.stereotype.Service;

/**
 * Takes all treatments out of the columns for researchers. It exists so that rows are read at once and written without haste:
 * nobody waits for a slow reader. One at a time, since all rows are held while one is written.
 */
@Service
public final class ExportTreatments {
    private final Population population;
    private final Thresholds thresholds;
    private final Semaphore one = new Semaphore(1);

    /** Of a population, under the researchers' rule. */
    public ExportTreatments(Population population, Thresholds thresholds) {
        this.population = population;
        this.thresholds = thresholds;
    }

    /** Writes an export. */
    @FunctionalInterface
    public interface Writing {
        /** Writes it whole. */
        void write(Export export) throws IOException;
    }

    /**
     * Hands the export to who writes it.
     *
     * @return false where another is being written
     */
    public boolean export(Writing writing) throws IOException {
        if (!one.tryAcquire()) {
            return false;
        }
        try {
            writing.write(taken());
            return true;
        } finally {
            one.release();
        }
    }

    /** How many patients stand behind what rows tell. */
    public int k() {
        return thresholds.researchers();
    }

    /** Reads under the lock; what is blanked is found afterwards. */
    private Export taken() {
        List<short[]> rows = new ArrayList<>();
        List<String> hospitals = new ArrayList<>();
        Function<List<short[]>, Export> made = population.read(cut -> {
            int dataDay = DataDay.of(cut.asOf());
            cut.cohorts().forEach((hospital, cohort) -> {
                read(cohort, hospitals.size(), dataDay, rows);
                hospitals.add(hospital);
            });
            if (hospitals.size() > Short.MAX_VALUE) {
                throw new IllegalStateException("more hospitals than a row can name: " + hospitals.size());
            }
            Instant asOf = cut.asOf();
            LogPositions positions = cut.positions().ofDocuments();
            return read -> new Export(asOf, positions, hospitals, Deidentified.of(read, k()));
        });
        return made.apply(rows);
    }

    private static void read(Cohort cohort, int hospital, int dataDay, List<short[]> rows) {
        for (int row = 0; row < cohort.rows(); row++) {
            if (cohort.isOperation(row) || cohort.isSession(row) || cohort.isMedication(row)) {
                rows.add(ExportColumns.row(new ReadTreatment(cohort, row, hospital, dataDay)));
            }
        }
    }
}
