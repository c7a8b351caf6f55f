package org.hfsregistry.registry.registration;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hfsregistry.registry.following.Claim;
import org.hfsregistry.registry.following.Positions;
import org.hfsregistry.registry.following.Turning;
import org.hfsregistry.registry.following.Turnings;
import org.hfsregistry.registry.receipt.Followed;
import org.hfsregistry.registry.receipt.FollowedLog;
import org.hfsregistry.registry.receipt.Published;

/** How far the log was followed and the record turned, in maps. */
final class ProgressInMemory implements Positions, FollowedLog {

    private final Map<Integer, Claim> claims = new HashMap<>();
    private final Map<Integer, List<Published>> published = new HashMap<>();
    private final Map<String, Turning> turnings = new TreeMap<>();
    private final Runnable beforeEachStep;

    ProgressInMemory(Runnable beforeEachStep) {
        this.beforeEachStep = beforeEachStep;
    }

    @Override
    public int firstPartitions(int now) {
        throw new UnsupportedOperationException("this log has one number of partitions");
    }

    @Override
    public Claim claim(int partition) {
        return claims.merge(
                partition,
                new Claim(partition, 1, OptionalLong.empty()),
                (stored, _) -> new Claim(partition, stored.epoch() + 1, stored.next()));
    }

    @Override
    public void breakClaims() {
        beforeEachStep.run();
        claims.replaceAll((partition, claim) -> new Claim(partition, claim.epoch() + 1, claim.next()));
    }

    @Override
    public boolean note(Claim claim, long next, List<Published> upTo) {
        beforeEachStep.run();
        Claim stored = claims.get(claim.partition());
        if (stored == null || stored.epoch() != claim.epoch()) {
            return false;
        }
        claims.put(claim.partition(), new Claim(claim.partition(), claim.epoch(), OptionalLong.of(next)));
        published.merge(claim.partition(), upTo, ProgressInMemory::further);
        return true;
    }

    @Override
    public void noteLost(Claim claim, long beginning) {
        throw new UnsupportedOperationException("this log begins at its beginning");
    }

    private static List<Published> further(List<Published> stored, List<Published> more) {
        Map<List<Object>, Published> furthest = new LinkedHashMap<>();
        Stream.concat(stored.stream(), more.stream())
                .forEach(upTo -> furthest.merge(
                        List.of(upTo.topic(), upTo.partition()),
                        upTo,
                        (one, other) -> one.next() > other.next() ? one : other));
        return List.copyOf(furthest.values());
    }

    @Override
    public Map<Integer, Followed> of(Set<Integer> partitions) {
        Map<Integer, Followed> followed = new HashMap<>();
        published.forEach((partition, upTo) -> {
            Claim claim = claims.get(partition);
            if (claim != null && partitions.contains(partition)) {
                followed.put(partition, new Followed(claim.next().orElseThrow(), upTo));
            }
        });
        return followed;
    }

    @Override
    public Map<Integer, Followed> all() {
        return of(published.keySet());
    }

    Turnings turnings() {
        return new Turnings() {
            @Override
            public Set<String> begun() {
                beforeEachStep.run();
                return Set.copyOf(turnings.keySet());
            }

            @Override
            public Turning to(String key) {
                return turnings.getOrDefault(key, Turning.NOT_BEGUN);
            }

            @Override
            public void note(String key, Turning turning) {
                beforeEachStep.run();
                turnings.put(key, turning);
            }
        };
    }
}
