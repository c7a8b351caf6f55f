package org.hfsregistry.intake.batch.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.fixture.Examples;
import org.hfsregistry.contract.json.OutcomeReading;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.contract.pseudonym.PseudonymKey;
import org.hfsregistry.intake.access.Caller;
import org.hfsregistry.intake.batch.Row;
import org.hfsregistry.intake.batch.Rows;
import org.hfsregistry.intake.http.BodyLimits;
import org.hfsregistry.intake.pseudonym.Pseudonyms;
import org.hfsregistry.intake.running.RunningIntake;
import org.hfsregistry.intake.submission.OutcomeReader;
import org.springframework.util.unit.DataSize;

/** A table read as intake reads it: what became of each row. */
record ReadTable(List<Line> lines, List<Fault> warnings) {

    static final OutcomeReader READER = new OutcomeReader(
            new Caller(Examples.HOSPITAL, "client"),
            new Pseudonyms(new PseudonymKey("k1", RunningIntake.KEY)),
            LocalDate.of(2026, 1, 1));

    record Line(long number, OutcomeReading reading) {}

    static ReadTable of(String text) {
        return of(text.getBytes(UTF_8));
    }

    static ReadTable of(byte[] bytes) {
        try {
            Rows rows = format(64).rows(new ByteArrayInputStream(bytes), Optional.empty());
            List<Line> lines = new ArrayList<>();
            for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                lines.add(new Line(row.get().number(), reading(row.get())));
            }
            return new ReadTable(lines, rows.warnings());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CsvFormat format(int kilobytes) {
        return new CsvFormat(new BodyLimits(DataSize.ofKilobytes(kilobytes)));
    }

    static OutcomeReading reading(Row row) {
        return switch (row) {
            case Row.Json json -> json.retold().apply(READER.read(json.bytes()));
            case Row.Unreadable unreadable -> new OutcomeReading.Refused(Optional.empty(), List.of(unreadable.fault()));
        };
    }

    /** The outcomes that were accepted. */
    List<Outcome> outcomes() {
        return lines.stream()
                .map(Line::reading)
                .filter(OutcomeReading.Accepted.class::isInstance)
                .map(reading -> ((OutcomeReading.Accepted) reading).outcome())
                .toList();
    }

    /** The faults of all rows. */
    List<Fault> faults() {
        return lines.stream()
                .map(Line::reading)
                .filter(OutcomeReading.Refused.class::isInstance)
                .flatMap(reading -> ((OutcomeReading.Refused) reading).faults().stream())
                .toList();
    }
}
