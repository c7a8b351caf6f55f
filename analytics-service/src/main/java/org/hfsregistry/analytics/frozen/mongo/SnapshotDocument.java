package org.hfsregistry.analytics.frozen.mongo;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.frozen.Checksum;
import org.hfsregistry.analytics.frozen.Snapshot;
import org.hfsregistry.analytics.frozen.Title;
import org.hfsregistry.analytics.question.Definition;
import org.hfsregistry.analytics.statistic.AskedText;

/** A snapshot as it is stored. Times are texts: a date of MongoDB has milliseconds only. */
final class SnapshotDocument {
    private SnapshotDocument() {}

    static BsonDocument write(Snapshot snapshot) {
        LogPositions positions = snapshot.positions();
        return new BsonDocument("_id", new BsonString(snapshot.id()))
                .append("title", new BsonString(snapshot.title().text()))
                .append("frozenAt", new BsonString(snapshot.frozenAt().toString()))
                .append("asOf", new BsonString(snapshot.asOf().toString()))
                .append(
                        "positions",
                        new BsonDocument("treatments", numbers(positions.treatments()))
                                .append("hospitals", numbers(positions.hospitals()))
                                .append("quarantine", numbers(positions.quarantine())))
                .append("definitions", array(snapshot.definitions(), SnapshotDocument::write))
                .append("parts", array(snapshot.parts(), SnapshotDocument::write));
    }

    private static BsonDocument write(Definition definition) {
        return new BsonDocument("id", new BsonString(definition.id()))
                .append("text", new BsonString(definition.text()))
                .append("source", new BsonString(definition.source()));
    }

    private static BsonDocument write(Snapshot.Part part) {
        return new BsonDocument("asked", new BsonString(part.asked().text()))
                .append("researchers", BsonBoolean.valueOf(part.researchers()))
                .append("checksum", new BsonString(part.checksum().hex()));
    }

    private static BsonArray numbers(List<Long> numbers) {
        return array(numbers, BsonInt64::new);
    }

    private static <T> BsonArray array(List<T> values, Function<T, BsonValue> written) {
        return new BsonArray(values.stream().map(written).toList());
    }

    static Snapshot read(BsonDocument stored) {
        BsonDocument positions = stored.getDocument("positions");
        return new Snapshot(
                new Title(text(stored, "title")),
                Instant.parse(text(stored, "frozenAt")),
                Instant.parse(text(stored, "asOf")),
                new LogPositions(
                        numbers(positions, "treatments"),
                        numbers(positions, "hospitals"),
                        numbers(positions, "quarantine")),
                documents(
                        stored,
                        "definitions",
                        each -> new Definition(text(each, "id"), text(each, "text"), text(each, "source"))),
                documents(
                        stored,
                        "parts",
                        each -> new Snapshot.Part(
                                new AskedText(text(each, "asked")),
                                each.getBoolean("researchers").getValue(),
                                new Checksum(text(each, "checksum")))));
    }

    private static String text(BsonDocument stored, String field) {
        return stored.getString(field).getValue();
    }

    private static List<Long> numbers(BsonDocument stored, String field) {
        return stored.getArray(field).stream()
                .map(number -> number.asNumber().longValue())
                .toList();
    }

    private static <T> List<T> documents(BsonDocument stored, String field, Function<BsonDocument, T> read) {
        return stored.getArray(field).stream()
                .map(BsonValue::asDocument)
                .map(read)
                .toList();
    }
}
