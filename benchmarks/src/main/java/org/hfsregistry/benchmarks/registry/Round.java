package org.hfsregistry.benchmarks.registry;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What one round gave.
 *
 * @param registry outcomes a second that the registry took in
 * @param bare outcomes a second whose documents the bare writer wrote
 * @param noting the same with positions noted
 * @param batchSize outcomes of a batch, on average
 * @param registryCpu microseconds of processor time that the registry took for an outcome
 * @param otherCpu the same of the benchmark's JVM, in which embedded servers are
 * @param bareCpu the same while the bare writer wrote
 */
record Round(
        double registry,
        double bare,
        double noting,
        int batchSize,
        double registryCpu,
        double otherCpu,
        double bareCpu) {

    static final String HEAD = """
            | round | registry, outcomes/s | bare bulk writes | ratio | bare, positions noted | ratio | outcomes a batch | registry, µs of processor | store and broker, µs | bare writer and store, µs |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            """;

    /** The middle of each column by itself, but for the ratios, which are of rounds. */
    static String middle(List<Round> rounds) {
        return row(
                "middle",
                new Round(
                        middle(rounds, Round::registry),
                        middle(rounds, Round::bare),
                        middle(rounds, Round::noting),
                        (int) middle(rounds, Round::batchSize),
                        middle(rounds, Round::registryCpu),
                        middle(rounds, Round::otherCpu),
                        middle(rounds, Round::bareCpu)),
                middle(rounds, round -> round.registry / round.bare),
                middle(rounds, round -> round.registry / round.noting));
    }

    String row(String name) {
        return row(name, this, registry / bare, registry / noting);
    }

    private static String row(String name, Round of, double ofBare, double ofNoting) {
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %,.0f | %.0f%% | %,.0f | %.0f%% | %d | %.0f | %.0f | %.0f |",
                name,
                of.registry,
                of.bare,
                100 * ofBare,
                of.noting,
                100 * ofNoting,
                of.batchSize,
                of.registryCpu,
                of.otherCpu,
                of.bareCpu);
    }

    private static double middle(List<Round> rounds, ToDoubleFunction<Round> value) {
        return rounds.stream()
                .map(value::applyAsDouble)
                .sorted(Comparator.naturalOrder())
                .toList()
                .get(rounds.size() / 2);
    }
}
