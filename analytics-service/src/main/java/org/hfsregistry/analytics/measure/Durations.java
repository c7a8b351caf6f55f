package org.hfsregistry.analytics.measure;

import java.util.Arrays;
import java.util.Collection;

/**
 * On which day each of some people was last followed, and why: the event, a competing one, or no more than that. Only days
 * on which somebody left are kept. It exists so that curves of a thousand hospitals fit into memory at once. Immutable.
 */
@SuppressWarnings("EnumOrdinal") // a code of this memory, never written anywhere
public final class Durations {
    private final int[] days;
    private final int[][] left;
    private final int[] atRisk;

    private Durations(int[] days, int[][] left) {
        this.days = days;
        this.left = left;
        this.atRisk = new int[days.length];
        int followed = 0;
        for (int i = days.length - 1; i >= 0; i--) {
            for (int[] counts : left) {
                followed += counts[i];
            }
            atRisk[i] = followed;
        }
    }

    /** Why somebody was followed no longer. */
    public enum End {
        EVENT,
        COMPETING,
        CENSORED
    }

    /** How many are followed from day 0. */
    public int followed() {
        return atRisk(0);
    }

    /** How many left in this way. */
    public int count(End end) {
        return Arrays.stream(left[end.ordinal()]).sum();
    }

    /** How many are followed at the start of the day. */
    public int atRisk(int day) {
        int place = Arrays.binarySearch(days, day);
        int from = place < 0 ? -place - 1 : place;
        return from < days.length ? atRisk[from] : 0;
    }

    /** The last day on which anybody was followed; -1 where nobody was. */
    public int lastDay() {
        return days.length == 0 ? -1 : days[days.length - 1];
    }

    /** The last day on which at least so many are followed; -1 for none. */
    public int lastDayWith(int people) {
        for (int i = days.length - 1; i >= 0; i--) {
            if (atRisk[i] >= people) {
                return days[i];
            }
        }
        return -1;
    }

    /** How many leave in one of these ways on a day or later, for each day from 0 to the last. */
    public int[] leavingFrom(End... ends) {
        int[] leaving = new int[lastDay() + 1];
        int following = leaving.length;
        int count = 0;
        for (int i = days.length - 1; i >= 0; i--) {
            Arrays.fill(leaving, days[i] + 1, following, count);
            following = days[i] + 1;
            for (End end : ends) {
                count += left[end.ordinal()][i];
            }
        }
        Arrays.fill(leaving, 0, following, count);
        return leaving;
    }

    /** Counts by day up to a last day; who is followed longer counts as censored on it. */
    public int[] byDay(End end, int lastDay) {
        int[] counts = new int[lastDay + 1];
        for (int i = 0; i < days.length && days[i] <= lastDay; i++) {
            counts[days[i]] = left[end.ordinal()][i];
        }
        if (end == End.CENSORED && lastDay >= 0) {
            counts[lastDay] += atRisk(lastDay + 1);
        }
        return counts;
    }

    /** Collects durations into histograms, which it uses again and again. */
    public static final class Collector {
        private int[][] counts = new int[End.values().length][1024];
        private int length;

        /** Counts one more who left on the day. */
        public void add(int day, End end) {
            makeRoomFor(day);
            counts[end.ordinal()][day]++;
        }

        private void makeRoomFor(int day) {
            if (day >= counts[0].length) {
                for (int i = 0; i < counts.length; i++) {
                    counts[i] = Arrays.copyOf(counts[i], Math.max(day + 1, 2 * counts[i].length));
                }
            }
            length = Math.max(length, day + 1);
        }

        /** Adds what others collected. */
        void add(Durations durations) {
            makeRoomFor(durations.lastDay());
            for (int end = 0; end < counts.length; end++) {
                for (int i = 0; i < durations.days.length; i++) {
                    counts[end][durations.days[i]] += durations.left[end][i];
                }
            }
        }

        /** What was collected; starts anew. */
        public Durations take() {
            int[] days = new int[length];
            int[][] left = new int[counts.length][length];
            int used = 0;
            for (int day = 0; day < length; day++) {
                if ((counts[0][day] | counts[1][day] | counts[2][day]) != 0) {
                    days[used] = day;
                    for (int end = 0; end < counts.length; end++) {
                        left[end][used] = counts[end][day];
                        counts[end][day] = 0;
                    }
                    used++;
                }
            }
            length = 0;
            for (int end = 0; end < left.length; end++) {
                left[end] = Arrays.copyOf(left[end], used);
            }
            return new Durations(Arrays.copyOf(days, used), left);
        }
    }

    /** All of them together. */
    public static Durations sum(Collection<Durations> parts) {
        if (parts.size() == 1) {
            return parts.iterator().next();
        }
        Collector collector = new Collector();
        parts.forEach(collector::add);
        return collector.take();
    }
}
