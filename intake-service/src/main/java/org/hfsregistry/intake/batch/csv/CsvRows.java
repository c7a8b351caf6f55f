package org.hfsregistry.intake.batch.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.clinical.Fault;
import org.hfsregistry.contract.outcome.OutcomeType;
import org.hfsregistry.intake.batch.BrokenOff;
import org.hfsregistry.intake.batch.Row;
import org.hfsregistry.intake.batch.Rows;
import org.hfsregistry.intake.http.RefusedRequest;
import org.springframework.http.HttpStatus;

/** The rows of a table below its header; those without a value are no rows. A row's number is that of its first line. */
final class CsvRows implements Rows {

    private final CloseableIterator<CsvRecord> records;
    private final Columns columns;
    private final RowJson json;
    private final RowWords words;
    private long nextLine = 1;
    private boolean ended;

    /** Reads the header, and refuses one that can't be understood before a row is taken. */
    CsvRows(CsvReader<CsvRecord> table, char separator, Optional<OutcomeType> type) throws IOException {
        this.records = table.iterator();
        this.columns = Header.read(header(), type);
        this.json = new RowJson(columns, separator);
        this.words = new RowWords(columns, separator);
    }

    @Override
    public List<Fault> warnings() {
        return columns.warnings();
    }

    private List<String> header() throws IOException {
        try {
            Optional<CsvRecord> header = record();
            return header.map(CsvRecord::getFields).orElse(List.of());
        } catch (CsvParseException e) {
            throw new RefusedRequest(
                    HttpStatus.BAD_REQUEST,
                    "NOT_A_TABLE",
                    "The header can't be read: it is too long, or a double quote is never closed.");
        }
    }

    @Override
    public Optional<Row> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        try {
            return record().map(this::row);
        } catch (CsvParseException e) {
            ended = true;
            return Optional.of(new Row.Unreadable(
                    nextLine,
                    new Fault(
                            "UNREADABLE_CSV",
                            "",
                            null,
                            "from here on the table can't be read: a double quote stands amiss or is never closed, or"
                                    + " a cell is too long",
                            "mend the quotes of this row and send the file again: what was accepted counts once")));
        } catch (BrokenOff e) {
            ended = true;
            return Optional.of(new Row.Unreadable(nextLine, e.why()));
        }
    }

    /** The next one with a value. */
    private Optional<CsvRecord> record() throws IOException {
        try {
            while (records.hasNext()) {
                CsvRecord record = records.next();
                nextLine = record.getStartingLineNumber() + 1 + lineBreaks(record);
                if (!areBlank(record.getFields(), 0)) {
                    return Optional.of(record);
                }
            }
            return Optional.empty();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean areBlank(List<String> cells, int from) {
        for (int i = from; i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static long lineBreaks(CsvRecord record) {
        long breaks = 0;
        for (String cell : record.getFields()) {
            for (int i = cell.indexOf('\n'); i >= 0; i = cell.indexOf('\n', i + 1)) {
                breaks++;
            }
        }
        return breaks;
    }

    private Row row(CsvRecord record) {
        long line = record.getStartingLineNumber();
        List<String> cells = record.getFields();
        int most = columns.count();
        if (cells.size() < most || !areBlank(cells, most)) {
            return new Row.Unreadable(line, wrongNumber(cells.size(), nextLine - line));
        }
        List<Fault> faults = new ArrayList<>();
        List<String> all = columns.made().with(cells, faults);
        return new Row.Json(line, json.of(all, faults), reading -> words.of(reading, all, faults));
    }

    private Fault wrongNumber(int cells, long lines) {
        String over = lines == 1 ? "" : " It goes over " + lines + " lines: perhaps a double quote is not closed.";
        return new Fault(
                "WRONG_NUMBER_OF_CELLS",
                "",
                null,
                "the row has " + cells + " cells, the header " + columns.count() + "." + over,
                "give it as many as the header has, empty ones too; put a cell with a separator in it into double"
                        + " quotes");
    }
}
