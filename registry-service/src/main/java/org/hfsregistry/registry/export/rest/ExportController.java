package org.hfsregistry.registry.export.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.hfsregistry.contract.outcome.Outcome;
import org.hfsregistry.registry.access.Caller;
import org.hfsregistry.registry.export.ExportOutcomes;
import org.hfsregistry.registry.paging.HandedOut;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hands a hospital its records, and the registry's own staff everybody's, in a stream. */
@RestController
class ExportController {

    private final ExportOutcomes exportOutcomes;

    ExportController(ExportOutcomes exportOutcomes) {
        this.exportOutcomes = exportOutcomes;
    }

    @GetMapping("/v1/export")
    void export(
            @AuthenticationPrincipal Caller caller,
            @RequestParam Optional<String> hospitalId,
            @RequestParam Optional<String> format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<String> whose = caller.hospitalOrAll(hospitalId);
        ExportFormat written = ExportFormat.of(format);
        try (Stream<Outcome> outcomes = exportOutcomes.of(whose)) {
            // The store has answered by now; where it does not, that is a problem and no export.
            response.setContentType(written.mediaType());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename("outcomes-" + whose.orElse("all") + "." + written.extension())
                            .build()
                            .toString());
            HandedOut.begin(request);
            write(outcomes.iterator(), written.into(response.getOutputStream()), request);
        }
    }

    private static void write(Iterator<Outcome> outcomes, Rows rows, HttpServletRequest request) throws IOException {
        long written = 0;
        try {
            rows.begin();
            while (outcomes.hasNext()) {
                rows.add(outcomes.next());
                written++;
            }
            rows.flush();
        } catch (UncheckedIOException clientGone) {
            throw clientGone.getCause();
        } catch (RuntimeException e) {
            throw new BrokenExport(e);
        } finally {
            HandedOut.note(request, written);
        }
    }
}
