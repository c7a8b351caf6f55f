package org.hfsregistry.benchmarks.analytics;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.treatment.AssessmentWindow;

/** The counts of the success table as an aggregation over flat documents. */
final class MongoSample implements AutoCloseable {

    private static final int AT_ONCE = 1_000;
    private static final List<Document> COUNTS = List.of(
            Document.parse("{$match: {operation: true}}"),
            Document.parse("{$group: {_id: '$hospital', operations: {$sum: 1},"
                    + " n: {$sum: {$cond: [{$gte: ['$year', 0]}, 1, 0]}},"
                    + " successes: {$sum: {$cond: [{$and: [{$gte: ['$year', 0]}, {$lte: ['$year', 3]}]}, 1, 0]}}}}"));

    private final MongoClient client;
    private final MongoCollection<Document> treatments;

    MongoSample(String uri, Population sample) {
        client = MongoClients.create(uri);
        treatments = client.getDatabase("analytics-benchmark").getCollection("treatments");
        List<Document> documents = sample.read(MongoSample::documents);
        for (int from = 0; from < documents.size(); from += AT_ONCE) {
            treatments.insertMany(documents.subList(from, Math.min(documents.size(), from + AT_ONCE)));
        }
    }

    private static List<Document> documents(Population.Cut cut) {
        List<Document> documents = new ArrayList<>();
        cut.cohorts().forEach((hospital, cohort) -> {
            for (int row = 0; row < cohort.rows(); row++) {
                documents.add(new Document("hospital", hospital)
                        .append("operation", cohort.isOperation(row))
                        .append("year", (int) cohort.grade(row, AssessmentWindow.YEAR)));
            }
        });
        return documents;
    }

    /** How many operations were assessed, of all hospitals. */
    int ask() {
        int assessed = 0;
        for (Document group : treatments.aggregate(COUNTS)) {
            assessed += group.getInteger("n");
        }
        return assessed;
    }

    @Override
    public void close() {
        client.close();
    }
}
