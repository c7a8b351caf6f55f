package org.hfsregistry.registry.following;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.hfsregistry.registry.arrival.MissingKey;
import org.springframework.stereotype.Component;

/** What waits because a pseudonym key is missing, and which: whoever runs the registry has to know. */
@Component
public final class WaitingForKeys {

    private final Map<String, String> reasons = new ConcurrentHashMap<>();

    /** What a partition is called here. */
    public static String partition(int number) {
        return "partition " + number;
    }

    /** Does something for each of these, and remembers where a key was missing. */
    public <T> T noted(Collection<String> what, Supplier<T> done) {
        try {
            T result = done.get();
            what.forEach(this::forget);
            return result;
        } catch (MissingKey e) {
            what.forEach(each -> reasons.put(each, String.valueOf(e.getMessage())));
            throw e;
        }
    }

    /** It waits no more, or it is somebody else's to wait for. */
    public void forget(String what) {
        reasons.remove(what);
    }

    /** Why something waits, each reason once; empty where nothing does. */
    public List<String> reasons() {
        return reasons.values().stream().distinct().sorted().toList();
    }
}
