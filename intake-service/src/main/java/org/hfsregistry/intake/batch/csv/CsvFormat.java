package org.hfsregistry.intake.batch.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.contract.outcome.OutcomeType;
import org.hfsregistry.intake.batch.BatchFormat;
import org.hfsregistry.intake.batch.BrokenOff;
import org.hfsregistry.intake.batch.Rows;
import org.hfsregistry.intake.http.BodyLimits;
import org.hfsregistry.intake.http.RefusedRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** A table with a header, an outcome a row. */
@Component
class CsvFormat implements BatchFormat {

    /** What the decoder puts where the bytes are not UTF-8, and what earlier conversions left there. */
    static final char NOT_UTF_8 = '\uFFFD';

    private static final int READ = 32_768;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String BEGIN_OF_A_WORKBOOK = "PK\u0003";
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');

    private final BodyLimits limits;

    CsvFormat(BodyLimits limits) {
        this.limits = limits;
    }

    @Override
    public String mediaType() {
        return "text/csv";
    }

    @Override
    public boolean takesType() {
        return true;
    }

    @Override
    public Rows rows(InputStream body, Optional<OutcomeType> type) throws IOException {
        try {
            BufferedReader text = new BufferedReader(new InputStreamReader(body, UTF_8));
            String header = header(text);
            requireText(header);
            char separator = separator(header);
            return new CsvRows(records(text, separator), separator, type);
        } catch (BrokenOff e) {
            throw RefusedRequest.endingWith(e.why());
        }
    }

    private CsvReader<CsvRecord> records(BufferedReader text, char separator) {
        int longest = limits.outcomeBytes();
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowUnclosedQuote(false)
                .skipEmptyLines(false)
                // how many cells a row has to have is told by the rows
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(2 * longest + READ)
                .build(
                        CsvRecordHandler.builder()
                                .maxFieldSize(longest)
                                .maxRecordSize(longest)
                                .build(),
                        text);
    }

    /** The first line that is not empty, left to be read again; a mark of the byte order is passed over. */
    private String header(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        text.mark(limits.outcomeBytes());
        StringBuilder header = new StringBuilder();
        boolean quoted = false;
        int c = text.read();
        while (c >= 0 && header.length() < limits.outcomeBytes() - 1) {
            quoted ^= c == '"';
            if (!quoted && (c == '\n' || c == '\r') && !header.toString().isBlank()) {
                break;
            }
            header.append((char) c);
            c = text.read();
        }
        text.reset();
        return header.toString().strip();
    }

    private static void requireText(String header) {
        if (header.startsWith(BEGIN_OF_A_WORKBOOK)) {
            throw new RefusedRequest(
                    HttpStatus.BAD_REQUEST,
                    "NOT_A_TABLE",
                    "This is a workbook or an archive, not CSV. In Excel: Save As, CSV UTF-8.");
        }
        if (header.indexOf(NOT_UTF_8) >= 0 || header.indexOf('\0') >= 0) {
            throw new RefusedRequest(
                    HttpStatus.BAD_REQUEST,
                    "NOT_UTF_8",
                    "The header is not UTF-8. Save the file as UTF-8 (in Excel: Save As, CSV UTF-8) and send it"
                            + " again.");
        }
    }

    /** The one that stands most often in the header, quoted names aside. */
    private static char separator(String header) {
        String bare = header.replaceAll("\"[^\"]*\"", "");
        char found = SEPARATORS.getFirst();
        for (char separator : SEPARATORS) {
            if (count(bare, separator) > count(bare, found)) {
                found = separator;
            }
        }
        return found;
    }

    private static long count(String text, char c) {
        return text.chars().filter(each -> each == c).count();
    }
}
