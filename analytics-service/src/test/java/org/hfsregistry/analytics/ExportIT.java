package org.hfsregistry.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.hfsregistry.analytics.running.NetworkRegistry;
import org.hfsregistry.analytics.running.RunningAnalytics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The export of ten hospitals. */
class ExportIT {
    private static final String ROWS = "/v1/export/treatments";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @RegisterExtension
    private static final NetworkRegistry network = new NetworkRegistry("export");

    private static final RunningAnalytics analytics = network.analytics();

    private static HttpResponse<String> asResearcher(String path) {
        return asResearcher(analytics, path);
    }

    private static HttpResponse<String> asResearcher(RunningAnalytics of, String path) {
        return of.getAs(of.tokens().researcher(), path);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }

    @Test
    void every_treatment_is_in_it_and_no_id_of_one() {
        HttpResponse<String> answer = asResearcher(ROWS);
        List<String> lines = answer.body().lines().toList();

        assertThat(lines.size() - 1)
                .isEqualTo(Integer.parseInt(header(answer, "HFS-Rows")))
                .isEqualTo(605 + 2 * 100);
        assertThat(answer.body()).doesNotContainPattern("[tsm]-[0-9]").doesNotContainPattern("20[0-9]{2}-");
        assertThat(header(answer, "HFS-Left-Out")).isEmpty();
    }

    @Test
    void hospitals_of_which_few_failed_or_few_were_operated_on_are_not_named_for_operations() {
        HttpResponse<String> answer;
        try (RunningAnalytics strict = network.strict()) {
            answer = asResearcher(strict, ROWS);
        }
        TreeSet<String> named = new TreeSet<>();
        answer.body()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(row -> row[0].equals("mvd"))
                .forEach(row -> named.add(row[1]));

        assertThat(named)
                .contains("", NetworkRegistry.LARGE)
                .doesNotContain(NetworkRegistry.FEW, NetworkRegistry.HELD_BACK);
        assertThat(header(answer, "HFS-Blanked")).startsWith("hospital=").doesNotStartWith("hospital=0");
        assertThat(header(asResearcher(ROWS), "HFS-Blanked")).startsWith("hospital=0, year=");
    }

    @Test
    void its_checksum_goes_before_it_and_the_same_data_give_the_same_bytes() throws Exception {
        for (String path : List.of(ROWS, ROWS + "?format=parquet")) {
            HttpResponse<byte[]> answer =
                    analytics.bytes(path, "Bearer " + analytics.tokens().researcher());
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(answer.body());

            assertThat(header(answer, "Repr-Digest"))
                    .isEqualTo("sha-256=:" + Base64.getEncoder().encodeToString(sum) + ":");
            assertThat(header(answer, "ETag")).isEqualTo('"' + HexFormat.of().formatHex(sum) + '"');
            assertThat(header(answer, "Content-Length")).isEqualTo(Integer.toString(answer.body().length));
            assertThat(analytics
                            .get(
                                    path,
                                    "Authorization",
                                    "Bearer " + analytics.tokens().researcher(),
                                    "If-None-Match",
                                    header(answer, "ETag"))
                            .statusCode())
                    .isEqualTo(304);
        }
    }

    @Test
    void parquet_says_what_csv_does() throws Exception {
        HttpResponse<byte[]> answer = analytics.bytes(
                ROWS + "?format=parquet", "Bearer " + analytics.tokens().researcher());
        Path file = Files.write(folder.resolve("rows.parquet"), answer.body());
        List<String> csv = asResearcher(ROWS).body().lines().toList();
        List<String> lines = new ArrayList<>(List.of(csv.getFirst()));
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM read_parquet('%s')".formatted(file))) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    String cell = rows.getString(column);
                    cells.add(cell == null ? "" : cell.replaceAll("\\.0$", ""));
                }
                lines.add(String.join(",", cells));
            }
        }

        assertThat(lines).isEqualTo(csv);
    }

    @Test
    void it_says_of_which_data_it_is() {
        HttpResponse<String> answer = asResearcher(ROWS);
        JsonNode success = JsonMapper.shared()
                .readTree(asResearcher("/v1/statistics/mvd-success").body());

        assertThat(header(answer, "HFS-As-Of")).isEqualTo(success.path("asOf").asString());
        assertThat(header(answer, "HFS-Data-Version"))
                .isEqualTo(success.path("dataVersion").asString());
        assertThat(header(answer, "HFS-Positions"))
                .startsWith("hfs.treatments=[")
                .contains(", hfs.hospitals=[");
        assertThat(header(answer, "Content-Disposition"))
                .contains("hfs-treatments-", "-v" + success.path("dataVersion").asString() + ".csv");
    }

    @Test
    void the_codebook_tells_of_each_column() {
        String codebook = asResearcher("/v1/export/codebook").body();

        assertThat(String.join(",", JsonPath.<List<String>>read(codebook, "$.columns[*].name")))
                .isEqualTo(asResearcher(ROWS).body().lines().findFirst().orElseThrow());
        assertThat(JsonPath.<Integer>read(codebook, "$.k")).isEqualTo(5);
    }

    @Test
    void it_is_for_researchers_and_admins() {
        for (String path : List.of(ROWS, "/v1/export/codebook", "/v1/export/r-script")) {
            assertThat(analytics.get(path).statusCode()).isEqualTo(401);
            assertThat(analytics
                            .getAs(analytics.tokens().hospital("h-01"), path)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(analytics.getAs(analytics.tokens().admin(), path).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void what_it_does_not_know_it_refuses() {
        assertThat(asResearcher(ROWS + "?format=xlsx").body()).contains("WRONG_PARAMETER", "csv or parquet");
        assertThat(asResearcher(ROWS + "?hospital=h-01").body()).contains("UNKNOWN_PARAMETER", "format");
    }
}
