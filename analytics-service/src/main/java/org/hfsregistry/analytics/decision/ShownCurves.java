package org.hfsregistry.analytics.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hfsregistry.analytics.disclosure.CurveEnd;
import org.hfsregistry.analytics.disclosure.CurveEnd.Leaving;
import org.hfsregistry.analytics.disclosure.CurveEnd.Tail;
import org.hfsregistry.analytics.disclosure.Shown;
import org.hfsregistry.analytics.measure.Durations;
import org.hfsregistry.analytics.measure.Durations.End;

/**
 * Up to which day each curve is shown. It exists so that a curve and everything read from it is made of the same days; who
 * is followed longer counts as censored on the last one. What is told beside the curve is of everybody, so the days that
 * are left out are such that it tells of no few in them.
 */
public final class ShownCurves {
    private final SortedMap<String, SortedMap<Integer, Durations>> byHospital;
    private final SortedMap<Integer, Durations> network = new TreeMap<>();
    private final String figure;
    private final Decision decision;
    private final Map<String, Integer> ends = new HashMap<>();
    private final Map<String, Map<Integer, Integer>> endsOfParts = new HashMap<>();
    private final Map<Integer, Integer> networkEndsOfParts = new HashMap<>();
    private final int networkEnd;

    /** Decides for all hospitals and parts; a curve is shown where the figure is. */
    public ShownCurves(SortedMap<String, SortedMap<Integer, Durations>> byHospital, String figure, Decision decision) {
        this.byHospital = byHospital;
        this.figure = figure;
        this.decision = decision;
        SortedMap<Integer, List<Durations>> byPart = new TreeMap<>();
        List<Tail> tails = new ArrayList<>();
        byHospital.forEach((hospital, parts) -> {
            Durations all = Durations.sum(parts.values());
            int end = end(all, decision.group(hospital, Part.WHOLE));
            ends.put(hospital, end);
            addTail(tails, all, end);
            parts.forEach((part, durations) ->
                    byPart.computeIfAbsent(part, first -> new ArrayList<>()).add(durations));
        });
        byPart.forEach((part, durations) -> network.put(part, Durations.sum(durations)));
        Durations everybody = Durations.sum(network.values());
        this.networkEnd = CurveEnd.ofNetwork(
                decision.k(), end(everybody, decision.network(Part.WHOLE)), leaving(everybody), tails);
        if (network.size() > 1) {
            decideParts();
        }
    }

    /** A curve's people, and the last day that is shown of it; -1 where nothing is. */
    public record Curve(Durations durations, int lastDay) {
        /** The same to its end, for the hospital itself. */
        public Curve whole() {
            return new Curve(durations, durations.lastDay());
        }

        /** Whether days are left out. */
        public boolean isCut() {
            return lastDay < durations.lastDay();
        }

        /** What is shown beside it: not the curve's figure where all days are left out. */
        public Shown beside(Shown shown, String figure) {
            return isCut() && lastDay < 0 ? shown.without(figure) : shown;
        }
    }

    /** The curve of a hospital's part; whole for the hospital itself. */
    public Curve group(String hospital, Part part, boolean own) {
        SortedMap<Integer, Durations> parts = byHospital.getOrDefault(hospital, new TreeMap<>());
        Curve curve = curve(parts, part, ends.getOrDefault(hospital, -1), endsOfParts.getOrDefault(hospital, Map.of()));
        return own ? curve.whole() : curve;
    }

    /** The curve of the network's part. */
    public Curve network(Part part) {
        return curve(network, part, networkEnd, networkEndsOfParts);
    }

    /** Parts together are shown as far as each of them, or less; parts that are all there is as far as the whole. */
    private Curve curve(Map<Integer, Durations> parts, Part part, int endOfWhole, Map<Integer, Integer> endsOfParts) {
        Durations asked = Durations.sum(part.among(parts));
        if (asked.followed() == Durations.sum(parts.values()).followed()) {
            return new Curve(asked, endOfWhole);
        }
        int end = asked.lastDay();
        for (Map.Entry<Integer, Durations> each : parts.entrySet()) {
            if (part.has(each.getKey()) && each.getValue().followed() > 0) {
                end = Math.min(end, endsOfParts.getOrDefault(each.getKey(), -1));
            }
        }
        return new Curve(asked, CurveEnd.of(decision.k(), end, leaving(asked)));
    }

    private int end(Durations durations, Shown shown) {
        return shown.shows(figure)
                ? CurveEnd.of(decision.k(), durations.lastDayWith(decision.k()), leaving(durations))
                : -1;
    }

    /** In which ways the totals beside a curve tell that people left it: with the event, and without. */
    private static Leaving leaving(Durations durations) {
        return new Leaving(durations.leavingFrom(End.EVENT), durations.leavingFrom(End.COMPETING, End.CENSORED));
    }

    private static void addTail(List<Tail> tails, Durations durations, int end) {
        if (end < durations.lastDay()) {
            tails.add(new Tail(end + 1, leaving(durations)));
        }
    }

    private void decideParts() {
        byHospital.forEach((hospital, parts) -> {
            Map<Integer, Integer> ofParts = new HashMap<>();
            parts.forEach((part, durations) ->
                    ofParts.put(part, end(durations, decision.group(hospital, Part.of(part)))));
            cut(ofParts, parts, ends.getOrDefault(hospital, -1));
            endsOfParts.put(hospital, ofParts);
        });
        network.forEach((part, durations) -> {
            List<Tail> ofHospitals = new ArrayList<>();
            byHospital.forEach((hospital, parts) -> {
                Durations ofHospital = parts.get(part);
                if (ofHospital != null) {
                    int end = endsOfParts.getOrDefault(hospital, Map.of()).getOrDefault(part, -1);
                    addTail(ofHospitals, ofHospital, end);
                }
            });
            int end = end(durations, decision.network(Part.of(part)));
            networkEndsOfParts.put(part, CurveEnd.ofNetwork(decision.k(), end, leaving(durations), ofHospitals));
        });
        cut(networkEndsOfParts, network, networkEnd);
    }

    /** What of the whole goes on when a part has stopped would be seen by the others: they stop too, until none has to. */
    private void cut(Map<Integer, Integer> ends, Map<Integer, Durations> parts, int endOfWhole) {
        boolean changed = endOfWhole >= 0;
        while (changed) {
            List<Tail> tails = new ArrayList<>();
            parts.forEach((part, durations) -> addTail(tails, durations, ends.getOrDefault(part, -1)));
            int last = CurveEnd.ofParts(decision.k(), endOfWhole, tails);
            changed = false;
            for (Map.Entry<Integer, Integer> end : ends.entrySet()) {
                if (end.getValue() > last) {
                    Durations durations =
                            Optional.ofNullable(parts.get(end.getKey())).orElseThrow();
                    end.setValue(CurveEnd.of(decision.k(), last, leaving(durations)));
                    changed = true;
                }
            }
        }
    }
}
