package org.hfsregistry.intake.access.rate;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** What is left of the quotas of the hospitals that came lately; one that is whole again is forgotten. */
@Component
class HospitalQuotas {

    private final Quota quota;
    private final TimeMeter time;
    private final Map<String, Bucket> used = new HashMap<>();
    private long looked;

    @Autowired
    HospitalQuotas(Quota quota) {
        this(quota, TimeMeter.SYSTEM_NANOTIME);
    }

    HospitalQuotas(Quota quota, TimeMeter time) {
        this.quota = quota;
        this.time = time;
        this.looked = time.currentTimeNanos();
    }

    /** Takes one request of a hospital's quota, where one is left. */
    synchronized Standing take(String hospitalId) {
        forgetWholeOnes();
        ConsumptionProbe taken = used.computeIfAbsent(hospitalId, _ -> whole()).tryConsumeAndReturnRemaining(1);
        return new Standing(quota, taken.isConsumed(), taken.getRemainingTokens(), taken.getNanosToWaitForReset());
    }

    /** How many hospitals it knows of. */
    synchronized int size() {
        return used.size();
    }

    /** Once a window: whoever has not come in the meantime is among them. */
    private void forgetWholeOnes() {
        long now = time.currentTimeNanos();
        if (now - looked >= quota.window().toNanos()) {
            looked = now;
            used.values().removeIf(bucket -> bucket.getAvailableTokens() == quota.requests());
        }
    }

    private Bucket whole() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(quota.requests()).refillGreedy(quota.requests(), quota.window()))
                .withCustomTimePrecision(time)
                .build();
    }
}
