package org.hfsregistry.analytics.wellbeing;

import java.util.ArrayList;
import java.util.List;
import org.hfsregistry.analytics.disclosure.Figure;
import org.hfsregistry.analytics.inference.Cells;
import org.hfsregistry.analytics.inference.Tally;
import org.hfsregistry.analytics.treatment.Scores;
import org.hfsregistry.contract.clinical.QualityOfLife.Instrument;

/**
 * Which figures are told of quality of life after treatments of one kind, decided on after all else that is told of these.
 *
 * <p>A sum of scores adds up over groups and parts as a number of people does, and what follows from several sums by
 * subtracting is a sum over people. Those are none or many where the number of pairs is shown. But few points are of few
 * people, whoever they are: so points above the least score and below the most are counted as people are, and a mean is a
 * figure of these.
 *
 * @param size the name of the figure that is the number of treatments
 */
@SuppressWarnings("EnumOrdinal") // a code of this memory, never written anywhere
record ScoreFigures(String size) {
    private static final int PARTITIONS = 3;
    private static final Cells BETTER = Cells.of(2);
    private static final Cells PAIRS = Cells.of(1, 2);
    private static final Cells TREATMENTS = Cells.of(0, 1, 2);
    private static final Cells ABOVE = Cells.of(0);
    private static final Cells BELOW = Cells.of(1);

    /** How many have a score before and after. */
    static String pairs(Instrument instrument) {
        return instrument.code() + " pairs";
    }

    /** How many are importantly better. */
    static String better(Instrument instrument) {
        return instrument.code() + " better";
    }

    /** What they scored before. */
    static String before(Instrument instrument) {
        return instrument.code() + " before";
    }

    /** What they scored after, and with it how that changed. */
    static String after(Instrument instrument) {
        return instrument.code() + " after";
    }

    /** The figures in their order. */
    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.size(size, 0, Cells.of(0)));
        for (Instrument instrument : Instrument.values()) {
            int first = first(instrument);
            String pairs = pairs(instrument);
            figures.add(new Figure(pairs, first, List.of(PAIRS, TREATMENTS), List.of(size), true));
            figures.add(Figure.of(better(instrument), first, List.of(BETTER), pairs));
            figures.add(Figure.of(before(instrument), first + 1, List.of(ABOVE, BELOW), pairs));
            figures.add(Figure.of(after(instrument), first + 2, List.of(ABOVE, BELOW), before(instrument)));
        }
        return List.copyOf(figures);
    }

    private static int first(Instrument instrument) {
        return 1 + PARTITIONS * instrument.ordinal();
    }

    /** Treatments, and points, counted into cells. */
    static Tally tally(Wellbeing wellbeing) {
        List<int[]> partitions = new ArrayList<>();
        partitions.add(new int[] {wellbeing.by(Instrument.HFS_7).treatments()});
        for (Instrument instrument : Instrument.values()) {
            ScoreSums sums = wellbeing.by(instrument);
            int pairs = sums.pairs();
            int better = instrument == Instrument.HFS_7 ? sums.better() : 0;
            partitions.add(new int[] {sums.treatments() - pairs, pairs - better, better});
            partitions.add(points(instrument, pairs, sums.before()));
            partitions.add(points(instrument, pairs, sums.after()));
        }
        return Tally.of(partitions);
    }

    private static int[] points(Instrument instrument, int pairs, long parts) {
        long most = (long) pairs * most(instrument) * Scores.PARTS_OF_A_POINT;
        return new int[] {whole(parts), whole(most - parts)};
    }

    private static int whole(long parts) {
        return Math.toIntExact(Math.ceilDiv(parts, Scores.PARTS_OF_A_POINT));
    }

    private static int most(Instrument instrument) {
        return switch (instrument) {
            case HFS_7 -> 28;
            case HFS_30 -> 120;
        };
    }
}
