package org.hfsregistry.analytics.attack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hfsregistry.analytics.attack.Asker.Source;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.question.Asked;
import org.hfsregistry.analytics.statistic.Answer;

/**
 * Answers in which each count is hidden where it or the rest of its group is of few, and nothing else is: what somebody would
 * write who has not thought of subtracting. It shows that the attack finds something where there is something to be found.
 */
record OneByOne(Source whole, List<Reading> readings) implements Source {

    @Override
    public Answer answer(Asked asked, Audience audience) {
        Answer all = whole.answer(asked, Attack.everybody(0));
        return new Answer(
                all.definition(),
                all.parameters(),
                all.asOf(),
                all.positions(),
                hidden(asked, all.network(), audience.k()),
                all.groups().stream()
                        .map(group -> hidden(asked, group, audience.k()))
                        .toList());
    }

    private Map<String, Object> hidden(Asked asked, Map<String, Object> group, int k) {
        Map<String, Object> left = new LinkedHashMap<>(group);
        for (Reading reading : readings) {
            if (reading.question().equals(asked.question())) {
                Map<String, Long> counts = reading.counts(group);
                long size = counts.getOrDefault(reading.size(), 0L);
                for (Map.Entry<String, Long> count : counts.entrySet()) {
                    if (size < k || isFew(count.getValue(), k) || isFew(size - count.getValue(), k)) {
                        left = reading.without(left, count.getKey());
                    }
                }
                if (size < k) {
                    left.put("status", "insufficient-data");
                }
            }
        }
        return left;
    }

    private static boolean isFew(long people, int k) {
        return people > 0 && people < k;
    }
}
