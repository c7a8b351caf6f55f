package org.hfsregistry.analytics.export.rest;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hfsregistry.analytics.export.Column;
import org.hfsregistry.analytics.export.Export;

/** Rows as CSV: names first, a blank as nothing, true and false in words. */
final class CsvRows {
    private CsvRows() {}

    static void write(Export export, OutputStream out) throws IOException {
        try (CsvWriter csv =
                CsvWriter.builder().build(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)))) {
            csv.writeRecord(Export.columns().stream().map(Column::name).toList());
            int columns = Export.columns().size();
            for (int place = 0; place < export.rows(); place++) {
                Export.Row row = export.row(place);
                List<String> cells = new ArrayList<>(columns);
                for (int column = 0; column < columns; column++) {
                    cells.add(row.value(column).map(CsvRows::cell).orElse(""));
                }
                csv.writeRecord(cells);
            }
        }
    }

    private static String cell(Object value) {
        return value instanceof Double number
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : value.toString();
    }
}
