package org.hfsregistry.registry.history.mongo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.bson.BsonArray;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/**
 * SHA-256 of an entry's BSON with the fields of every document in the order of their names, by UTF-16 unit as in Java: the
 * same for every server, and to be reckoned without this program.
 */
final class ContentHash {

    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    private ContentHash() {}

    static String of(BsonDocument entry) {
        try (BasicOutputBuffer bytes = new BasicOutputBuffer();
                BsonBinaryWriter writer = new BsonBinaryWriter(bytes)) {
            CODEC.encode(writer, sorted(entry), EncoderContext.builder().build());
            return HexFormat.of().formatHex(sha256().digest(bytes.toByteArray()));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static BsonDocument sorted(BsonDocument document) {
        BsonDocument sorted = new BsonDocument();
        new TreeMap<>(document).forEach((name, value) -> sorted.append(name, sorted(value)));
        return sorted;
    }

    private static BsonValue sorted(BsonValue value) {
        return switch (value) {
            case BsonDocument document -> sorted(document);
            case BsonArray array ->
                new BsonArray(array.stream().map(ContentHash::sorted).toList());
            default -> value;
        };
    }
}
