package org.hfsregistry.analytics.attack;

import java.util.List;
import java.util.Optional;
import org.hfsregistry.analytics.attack.Asker.Source;
import org.hfsregistry.analytics.cohort.Change;
import org.hfsregistry.analytics.cohort.LogPositions;
import org.hfsregistry.analytics.cohort.Population;
import org.hfsregistry.analytics.disclosure.Audience;
import org.hfsregistry.analytics.disclosure.Thresholds;
import org.hfsregistry.analytics.statistic.Statistics;
import org.hfsregistry.contract.registered.TreatmentDocument;

/** An attack on a network. */
final class Attack {
    private final Population population;
    private final Truth truth;
    private final Source source;

    /** On a network as analytics answers of it. */
    Attack(List<TreatmentDocument> network) {
        this.population = new Population();
        this.truth = new Truth(population);
        population.apply(network.stream().map(Change::of).toList(), LogPositions.NONE);
        population.complete();
        Statistics statistics = new Statistics(population, new Thresholds(11, 5));
        this.source = statistics::answer;
    }

    private Attack(Attack other, Source source) {
        this.population = other.population;
        this.truth = other.truth;
        this.source = source;
    }

    /** On the same network where no count is hidden for the sake of another. */
    Attack hidingOneByOne() {
        return new Attack(this, new OneByOne(source, Asker.readings()));
    }

    /** What whoever is one of the audiences finds out of counts of fewer than k. */
    Findings by(int k, List<Audience> audiences) {
        Knowledge knowledge = new Knowledge();
        audiences.forEach(audience -> new Asker(source, audience, knowledge).askAll());
        new Attacker(truth, knowledge).solve();
        String own = audiences.stream()
                .flatMap(audience -> audience.own().stream())
                .findFirst()
                .orElse("");
        return Findings.of(truth, knowledge, k, own);
    }

    /** Everybody. */
    static Audience everybody(int k) {
        return new Audience(k, Optional.empty());
    }
}
