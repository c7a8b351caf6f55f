package org.hfsregistry.analytics.making;

import java.util.Collections;
import java.util.Map;
import org.hfsregistry.analytics.decision.Part;
import org.hfsregistry.analytics.measure.Newest;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.question.Question;
import org.hfsregistry.analytics.question.Question.Quality;
import org.hfsregistry.analytics.question.Trait;
import org.hfsregistry.analytics.table.Table;
import org.hfsregistry.analytics.table.View;

/**
 * What all hospitals together come to, of the newest data. It exists because it stands beside the numbers of each hospital, and is the
 * same beside all.
 */
public final class Networks {
    private static final int MOST = 64;
    private static final int MOST_OF_QUALITY = 4;

    private final Newest<Key, Map<String, Object>> ofDocuments = new Newest<>(MOST);

    /** Apart, since it is of quarantine, too, and older sooner. */
    private final Newest<Key, Map<String, Object>> ofQuality = new Newest<>(MOST_OF_QUALITY);

    private record Key(Question question, Trait trait, int k, Part part, View view) {}

    /** The network's fields of a table for those who get this k. */
    public Map<String, Object> of(Table table, Asked asked, int k, Part part, View view) {
        Newest<Key, Map<String, Object>> kept = asked.question() instanceof Quality ? ofQuality : ofDocuments;
        return kept.get(
                table.positions(),
                new Key(asked.question(), asked.trait(), k, part, view),
                () -> Collections.unmodifiableMap(table.network(part, view)));
    }
}
