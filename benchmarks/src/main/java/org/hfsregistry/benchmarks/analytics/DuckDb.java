package org.hfsregistry.benchmarks.analytics;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.hfsregistry.analytics.cohort.Cohort;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.measure.DataDay;
import org.hfsregistry.analytics.treatment.AssessmentWindow;

/**
 * The same columns in DuckDB, in memory, and the same questions as SQL. It is asked for less: for counts with intervals, and
 * for curves at a few days; not for funnel and shrinkage, not for what may be shown, not for the points of curves.
 */
final class DuckDb implements AutoCloseable {

    private static final double TOLERANCE = 1e-9;
    private static final String COLUMNS =
            "hospital VARCHAR, kind TINYINT, treated INTEGER, year TINYINT, spasm TINYINT, days INTEGER, sex TINYINT";
    private static final String SUCCESS = """
        WITH c AS (SELECT hospital, count(*) operations, count(*) FILTER (year >= 0) n,
            count(*) FILTER (year BETWEEN 0 AND 3) x, count(*) FILTER (treated + 545 < %d) due,
            count(*) FILTER (treated + 545 < %d AND year >= 0) assessed
          FROM t WHERE kind = 0 %s GROUP BY hospital)
        SELECT hospital, operations, n, x AS successes, x / n AS rate, assessed / due AS completeness,
          (x + z * z / 2 - z * sqrt(x * (n - x) / n + z * z / 4)) / (n + z * z) AS lower,
          (x + z * z / 2 + z * sqrt(x * (n - x) / n + z * z / 4)) / (n + z * z) AS upper
        FROM c, (SELECT 1.959963984540054 AS z)
        """;
    private static final String RECURRENCE = """
        WITH d AS (SELECT hospital, days, count(*) FILTER (spasm = 4) e, count(*) FILTER (spasm = 3) c, count(*) k
            FROM t WHERE kind = 0 AND spasm >= 2 GROUP BY ALL),
          r AS (SELECT *, sum(k) OVER (PARTITION BY hospital ORDER BY days DESC) n FROM d),
          s AS (SELECT *, exp(coalesce(sum(ln(greatest(1 - (e + c) / n, 1e-300))) OVER (PARTITION BY hospital
            ORDER BY days ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)) * e / n step FROM r)
        SELECT hospital, sum(k) AS "atRisk", sum(e) AS recurrences,
          sum(step) FILTER (days <= 365) AS "at365", sum(step) FILTER (days <= 730) AS "at730",
          sum(step) FILTER (days <= 1825) AS "at1825", sum(step) FILTER (days <= 3650) AS "at3650"
        FROM s GROUP BY hospital
        """;
    private static final String RELIEF = """
        WITH d AS (SELECT hospital, days, count(*) FILTER (spasm = 2) e, count(*) k
            FROM t WHERE kind = 1 AND spasm > 0 GROUP BY ALL),
          r AS (SELECT *, sum(k) OVER (PARTITION BY hospital ORDER BY days DESC) n FROM d),
          s AS (SELECT *, exp(sum(ln(greatest(1 - e / n, 1e-300))) OVER (PARTITION BY hospital ORDER BY days)) left_
            FROM r)
        SELECT hospital, sum(k) AS responders, min(days) FILTER (left_ <= 0.5) AS "medianDays"
        FROM s GROUP BY hospital
        """;

    private final Connection connection;
    private final int dataDay;

    DuckDb(Population population, int threads) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + threads);
            statement.execute("CREATE TABLE t (" + COLUMNS + ")");
        }
        dataDay = population.read(cut -> {
            try (DuckDBAppender appender =
                    connection.unwrap(DuckDBConnection.class).createAppender("main", "t")) {
                for (Map.Entry<String, Cohort> cohort : cut.cohorts().entrySet()) {
                    append(appender, cohort.getKey(), cohort.getValue());
                }
            } catch (SQLException refused) {
                throw new IllegalStateException(refused);
            }
            return DataDay.of(cut.asOf());
        });
    }

    @SuppressWarnings("EnumOrdinal") // codes of this table
    private static void append(DuckDBAppender appender, String hospital, Cohort cohort) throws SQLException {
        for (int row = 0; row < cohort.rows(); row++) {
            boolean operation = cohort.isOperation(row);
            boolean session = cohort.isSession(row);
            appender.beginRow();
            appender.append(hospital);
            appender.append((byte) (operation ? 0 : session ? 1 : 2));
            appender.append(cohort.treatedOn(row));
            appender.append(cohort.grade(row, AssessmentWindow.YEAR));
            appender.append((byte)
                    (operation
                            ? cohort.spasm(row).ordinal()
                            : session ? cohort.relief(row).ordinal() : -1));
            appender.append(operation ? cohort.usualFreeDays(row) : session ? cohort.reliefDays(row) : 0);
            appender.append((byte) (int) cohort.sex(row).map(Enum::ordinal).orElse(-1));
            appender.endRow();
        }
    }

    /** The rows of an answer, by hospital. */
    Map<String, Map<String, Double>> ask(Questions question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql(question))) {
            Map<String, Map<String, Double>> answer = new HashMap<>();
            while (rows.next()) {
                Map<String, Double> fields = new HashMap<>();
                for (int column = 2; column <= rows.getMetaData().getColumnCount(); column++) {
                    fields.put(rows.getMetaData().getColumnName(column), rows.getDouble(column));
                }
                answer.put(rows.getString(1), fields);
            }
            return answer;
        }
    }

    private String sql(Questions question) {
        return switch (question) {
            case SUCCESS -> SUCCESS.formatted(dataDay, dataDay, "");
            case OF_WOMEN -> SUCCESS.formatted(dataDay, dataDay, "AND sex = 0");
            case RECURRENCE -> RECURRENCE;
            case RELIEF -> RELIEF;
        };
    }

    /** How many numbers are the same in both; any that is not is a fault of the one or the other. */
    int compare(Questions question, List<Map<String, Object>> groups) throws SQLException {
        Map<String, Map<String, Double>> theirs = ask(question);
        List<String> differing = new ArrayList<>();
        int same = 0;
        for (Map<String, Object> group : groups) {
            Map<String, Object> ours = flat(group);
            String hospital = String.valueOf(group.get("hospitalId"));
            for (Map.Entry<String, Double> their :
                    theirs.getOrDefault(hospital, Map.of()).entrySet()) {
                if (ours.get(their.getKey()) instanceof Number our) {
                    if (Math.abs(our.doubleValue() - their.getValue()) > TOLERANCE) {
                        differing.add(hospital + " " + their.getKey() + " " + our + " " + their.getValue());
                    }
                    same++;
                }
            }
        }
        if (!differing.isEmpty() || same == 0) {
            throw new IllegalStateException(question + ": " + same + " compared, other answers: " + differing);
        }
        return same;
    }

    private static Map<String, Object> flat(Map<String, Object> group) {
        Map<String, Object> flat = new HashMap<>(group);
        if (group.get("interval") instanceof Map<?, ?> interval) {
            interval.forEach((name, value) -> flat.put(String.valueOf(name), value));
        }
        if (group.get("at") instanceof Map<?, ?> at) {
            at.forEach((day, read) -> {
                if (read instanceof Map<?, ?> point && point.get("incidence") instanceof Double incidence) {
                    flat.put("at" + day, incidence);
                }
            });
        }
        return flat;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
