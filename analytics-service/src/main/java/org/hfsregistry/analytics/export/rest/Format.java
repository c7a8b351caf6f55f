package org.hfsregistry.analytics.export.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hfsregistry.analytics.export.Export;

/** What rows are written as. */
enum Format {
    CSV("text/csv;charset=UTF-8", CsvRows::write),
    PARQUET("application/vnd.apache.parquet", ParquetRows::write);

    private static final String PARAMETER = "format";

    private final String type;

    @SuppressWarnings("ImmutableEnumChecker") // a function without a state
    private final Writer writer;

    Format(String type, Writer writer) {
        this.type = type;
        this.writer = writer;
    }

    private interface Writer {
        void write(Export export, OutputStream out) throws IOException;
    }

    /** The one that is asked for, CSV where none is. */
    static Format of(Map<String, List<String>> given) {
        for (String name : given.keySet()) {
            if (!name.equals(PARAMETER)) {
                throw Refused.unknown(name, PARAMETER);
            }
        }
        List<String> asked = given.getOrDefault(PARAMETER, List.of(CSV.code()));
        return Optional.of(asked)
                .filter(values -> values.size() == 1)
                .flatMap(values -> List.of(values()).stream()
                        .filter(format -> format.code().equals(values.getFirst()))
                        .findFirst())
                .orElseThrow(() -> Refused.value(PARAMETER, "csv or parquet"));
    }

    /** As it is asked for, and as a file's name ends. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String type() {
        return type;
    }

    /** Writes all rows; the stream is closed. */
    void write(Export export, OutputStream out) throws IOException {
        writer.write(export, out);
    }
}
