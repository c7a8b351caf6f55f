package org.hfsregistry.analytics.export.rest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.Collectors;
import org.hfsregistry.analytics.access.Callers;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.export.Column;
import org.hfsregistry.analytics.export.Export;
import org.hfsregistry.analytics.export.ExportTreatments;
import org.hfsregistry.contract.topic.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Gives researchers the export, what its columns mean, and the script that reads it. Rows are written twice: into a checksum,
 * which goes before them, and to the reader; so nothing lies on a disk.
 */
@RestController
final class ExportApi {
    private static final Logger LOG = LoggerFactory.getLogger(ExportApi.class);
    private static final Topics TOPICS = new Topics("");
    private static final DateTimeFormatter IN_A_NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final ExportTreatments exporting;
    private final Callers callers;

    ExportApi(ExportTreatments exporting, Callers callers) {
        this.exporting = exporting;
        this.callers = callers;
    }

    @GetMapping("/v1/export/treatments")
    void treatments(
            @RequestParam MultiValueMap<String, String> given, ServletWebRequest web, HttpServletResponse response)
            throws IOException {
        Format format = Format.of(given);
        String client = callers.current().client();
        if (!exporting.export(export -> write(export, format, client, web, response))) {
            throw Refused.busy();
        }
    }

    private static void write(
            Export export, Format format, String client, ServletWebRequest web, HttpServletResponse response)
            throws IOException {
        Digest digest = new Digest();
        format.write(export, digest);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        response.setHeader(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        if (web.checkNotModified('"' + digest.hex() + '"')) {
            return;
        }
        tell(export, response);
        response.setHeader("Repr-Digest", "sha-256=:" + digest.base64() + ":");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, file(name(export) + "." + format.code()));
        response.setContentType(format.type());
        response.setContentLengthLong(digest.length());
        LOG.info(
                "Export of {} treatments as {} at data version {} to {}: SHA-256 {}",
                export.rows(),
                format.code(),
                export.positions().dataVersion(),
                client,
                digest.hex());
        OutputStream body = response.getOutputStream();
        format.write(export, body);
    }

    /** Of which data it is, and what was blanked. */
    private static void tell(Export export, HttpServletResponse response) {
        response.setHeader("HFS-As-Of", export.asOf().toString());
        response.setHeader("HFS-Data-Version", Long.toString(export.positions().dataVersion()));
        response.setHeader("HFS-Positions", positions(export.positions()));
        response.setHeader("HFS-Rows", Integer.toString(export.rows()));
        response.setHeader(
                "HFS-Blanked",
                Export.columns().stream()
                        .filter(Column::trait)
                        .map(Column::name)
                        .map(name -> name + "=" + export.blanked().getOrDefault(name, 0))
                        .collect(Collectors.joining(", ")));
        response.setHeader("HFS-Left-Out", String.join(", ", export.leftOut()));
    }

    private static String positions(LogPositions positions) {
        return TOPICS.treatments().name() + "=" + positions.treatments() + ", "
                + TOPICS.hospitals().name() + "=" + positions.hospitals();
    }

    private static String name(Export export) {
        return "hfs-treatments-" + IN_A_NAME.format(export.asOf()) + "-v"
                + export.positions().dataVersion();
    }

    private static String file(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }

    @GetMapping("/v1/export/codebook")
    ResponseEntity<Map<String, Object>> codebook() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .varyBy(HttpHeaders.AUTHORIZATION)
                .body(Codebook.fields(exporting.k()));
    }

    @GetMapping("/v1/export/r-script")
    ResponseEntity<String> script() throws IOException {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .varyBy(HttpHeaders.AUTHORIZATION)
                .header(HttpHeaders.CONTENT_DISPOSITION, file("hfs-statistics.R"))
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(new ClassPathResource("export/hfs-statistics.R").getContentAsString(StandardCharsets.UTF_8));
    }
}
