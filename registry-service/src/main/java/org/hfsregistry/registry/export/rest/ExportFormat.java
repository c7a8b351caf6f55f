package org.hfsregistry.registry.export.rest;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hfsregistry.registry.access.RefusedRequest;

/** In which form an export is written: those in which intake takes outcomes. */
enum ExportFormat {
    NDJSON("application/x-ndjson"),
    CSV("text/csv;charset=UTF-8");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    static ExportFormat of(Optional<String> asked) {
        return asked.map(name -> Arrays.stream(values())
                        .filter(format -> format.extension().equals(name))
                        .findFirst()
                        .orElseThrow(() -> RefusedRequest.badParameter(
                                "format",
                                Arrays.stream(values())
                                        .map(ExportFormat::extension)
                                        .collect(Collectors.joining(" or ")))))
                .orElse(NDJSON);
    }

    String mediaType() {
        return mediaType;
    }

    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    Rows into(OutputStream out) {
        return switch (this) {
            case NDJSON -> new NdjsonRows(out);
            case CSV -> new CsvRows(out);
        };
    }
}
