package org.hfsregistry.registry.quarantine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hfsregistry.contract.registered.QuarantineCounts;
import org.springframework.stereotype.Service;

/**
 * Counts what is in quarantine and publishes what changed since it was published by this process; at first all. Several
 * processes may do so: the same is published twice, and what one publishes late the other's next change puts right.
 */
@Service
public final class TellQuarantine {

    private final CountQuarantine countQuarantine;
    private final CountsTopic topic;
    private final Map<String, QuarantineCounts> published = new HashMap<>();

    /** To this topic. */
    public TellQuarantine(CountQuarantine countQuarantine, CountsTopic topic) {
        this.countQuarantine = countQuarantine;
        this.topic = topic;
    }

    /** Counts and publishes; returns the counts of all. What could not be published is published the next time. */
    public List<QuarantineCounts> tell() {
        List<QuarantineCounts> all = countQuarantine.count();
        List<QuarantineCounts> changed =
                all.stream().filter(counts -> !isPublished(counts)).toList();
        if (!changed.isEmpty()) {
            topic.publish(changed);
            changed.forEach(counts -> published.put(counts.hospitalId(), counts));
        }
        return all;
    }

    private boolean isPublished(QuarantineCounts counts) {
        QuarantineCounts before = published.get(counts.hospitalId());
        return before != null && before.countsAs(counts);
    }
}
