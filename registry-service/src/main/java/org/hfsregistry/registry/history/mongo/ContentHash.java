package org.hfsregistry.registry.history.mongo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.bson.BsonArray;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.BsonWriter;
import org.bson.codecs.BsonValueCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/**
 * SHA-256 of an entry's BSON with the fields of every document in the order of their names, by UTF-16 unit as in Java: the
 * same for every server, and to be reckoned without this program.
 */
final class ContentHash {

    private static final BsonValueCodec CODEC = new BsonValueCodec();
    private static final EncoderContext CONTEXT = EncoderContext.builder().build();

    private ContentHash() {}

    static String of(BsonDocument entry) {
        try (BasicOutputBuffer bytes = new BasicOutputBuffer();
                BsonBinaryWriter writer = new BsonBinaryWriter(bytes)) {
            write(entry, writer);
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

    private static void write(BsonValue value, BsonWriter writer) {
        switch (value) {
            case BsonDocument document -> {
                String[] names = document.keySet().toArray(String[]::new);
                Arrays.sort(names);
                writer.writeStartDocument();
                for (String name : names) {
                    writer.writeName(name);
                    write(Objects.requireNonNull(document.get(name)), writer);
                }
                writer.writeEndDocument();
            }
            case BsonArray array -> {
                writer.writeStartArray();
                array.forEach(each -> write(each, writer));
                writer.writeEndArray();
            }
            default -> CODEC.encode(writer, value, CONTEXT);
        }
    }
}
