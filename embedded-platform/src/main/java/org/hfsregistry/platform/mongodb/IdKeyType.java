package org.hfsregistry.platform.mongodb;

import de.bwaldvogel.mongo.backend.KeyValue;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ObjectDataType;
import org.h2.mvstore.type.StringDataType;

/**
 * How the keys of an index on {@code _id} are compared and stored: texts as texts, after all others. H2's own type writes both
 * keys in Java's serialization for each comparison, a dozen times to find one.
 */
final class IdKeyType extends BasicDataType<KeyValue> {

    private static final byte TEXT = 1;
    private static final byte OTHER = 0;
    private static final int MEMORY_OF_A_KEY = 64;

    private final ObjectDataType others = new ObjectDataType();

    @Override
    public int compare(KeyValue one, KeyValue other) {
        if (isText(one) && isText(other)) {
            return text(one).compareTo(text(other));
        }
        return isText(one) == isText(other) ? others.compare(one, other) : Boolean.compare(isText(one), isText(other));
    }

    @Override
    public int getMemory(KeyValue key) {
        return MEMORY_OF_A_KEY + (isText(key) ? StringDataType.INSTANCE.getMemory(text(key)) : others.getMemory(key));
    }

    @Override
    public void write(WriteBuffer into, KeyValue key) {
        if (isText(key)) {
            into.put(TEXT);
            StringDataType.INSTANCE.write(into, text(key));
        } else {
            into.put(OTHER);
            others.write(into, key);
        }
    }

    @Override
    public KeyValue read(ByteBuffer from) {
        return from.get() == TEXT ? new KeyValue(StringDataType.INSTANCE.read(from)) : (KeyValue) others.read(from);
    }

    @Override
    public KeyValue[] createStorage(int size) {
        return new KeyValue[size];
    }

    private static boolean isText(KeyValue key) {
        return key.size() == 1 && key.get(0) instanceof String;
    }

    private static String text(KeyValue key) {
        return (String) key.get(0);
    }
}
