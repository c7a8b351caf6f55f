package org.hfsregistry.analytics.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hfsregistry.analytics.disclosure.Audience;
import org.junit.jupiter.api.Test;

/** The long run of docs/disclosure.md, by its command: all of the sample, and many small networks. */
class AttackRun {
    private static final int RESEARCHERS = 5;
    private static final int EVERYBODYS = 11;
    private static final int OF_SAMPLE = Integer.getInteger("attack.treatments", 60_000);
    private static final long FIRST = Long.getLong("attack.seed", 1);
    private static final int NETWORKS = Integer.getInteger("attack.networks", 100);

    private final List<String> recovered = new ArrayList<>();

    @Test
    void the_sample_network() {
        Attack attack = new Attack(SampleNetwork.of(OF_SAMPLE));
        attack(attack, "sample, everybody", EVERYBODYS, everybody());
        attack(attack, "sample, researchers", RESEARCHERS, researchers());

        assertThat(recovered).isEmpty();
    }

    @Test
    void small_networks() {
        for (long seed = FIRST; seed < FIRST + NETWORKS; seed++) {
            Attack attack = new Attack(SmallNetworks.of(seed));
            attack(attack, seed + ", everybody", EVERYBODYS, everybody());
            attack(attack, seed + ", researchers", RESEARCHERS, researchers());
            attack(attack, seed + ", a hospital", EVERYBODYS, List.of(new Audience(EVERYBODYS, Optional.of("h0"))));
        }

        assertThat(recovered).isEmpty();
    }

    private static List<Audience> everybody() {
        return List.of(Attack.everybody(EVERYBODYS));
    }

    private static List<Audience> researchers() {
        return List.of(Attack.everybody(EVERYBODYS), Attack.everybody(RESEARCHERS));
    }

    private void attack(Attack attack, String what, int k, List<Audience> audiences) {
        Findings found = attack.by(k, audiences);
        System.out.printf(
                "%s: %d numbers told, %d counts of few, %d recovered, %d narrowed%n",
                what, found.told(), found.few(), found.recovered().size(), found.narrowed());
        found.recovered().forEach(each -> recovered.add(what + ": " + each));
    }
}
