package org.hfsregistry.analytics.attack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sums of whole numbers that are known, and what follows of each of the numbers: the bounds of all others in a sum bound it,
 * until no bound moves.
 */
final class Equations {
    private final long[] least;
    private final long[] most;
    private final List<int[]> unknowns = new ArrayList<>();
    private final List<int[]> factors = new ArrayList<>();
    private final List<Long> sums = new ArrayList<>();

    /** Of so many numbers, none of which is below 0. */
    Equations(int numbers) {
        least = new long[numbers];
        most = new long[numbers];
        Arrays.fill(most, Knowledge.NO_LIMIT);
    }

    void bound(int number, Knowledge.Bounds known) {
        least[number] = Math.max(least[number], known.least());
        most[number] = Math.min(most[number], known.most());
    }

    Knowledge.Bounds bounds(int number) {
        return new Knowledge.Bounds(least[number], most[number]);
    }

    boolean isExact(int number) {
        return least[number] == most[number];
    }

    long least(int number) {
        return least[number];
    }

    /** A number is the sum of others. */
    void isSum(int number, int[] parts) {
        int[] all = Arrays.copyOf(parts, parts.length + 1);
        all[parts.length] = number;
        int[] signs = new int[all.length];
        Arrays.fill(signs, 1);
        signs[parts.length] = -1;
        add(all, signs, 0);
    }

    /** The numbers, each so often, add up to a sum. */
    void add(int[] numbers, int[] times, long sum) {
        unknowns.add(numbers);
        factors.add(times);
        sums.add(sum);
    }

    /** Goes on until nothing more follows; the equations are then used up. */
    void solve() {
        int[][] equationsOf = equationsOf();
        ArrayDeque<Integer> waiting = new ArrayDeque<>();
        boolean[] waits = new boolean[unknowns.size()];
        for (int equation = 0; equation < waits.length; equation++) {
            waiting.add(equation);
            waits[equation] = true;
        }
        while (!waiting.isEmpty()) {
            int equation = waiting.poll();
            waits[equation] = false;
            for (int number : narrow(equation)) {
                for (int other : equationsOf[number]) {
                    if (!waits[other] && other != equation) {
                        waits[other] = true;
                        waiting.add(other);
                    }
                }
            }
        }
    }

    private int[][] equationsOf() {
        int[] count = new int[least.length];
        unknowns.forEach(numbers -> Arrays.stream(numbers).forEach(number -> count[number]++));
        int[][] equationsOf = new int[least.length][];
        Arrays.setAll(equationsOf, number -> new int[count[number]]);
        for (int equation = 0; equation < unknowns.size(); equation++) {
            for (int number : unknowns.get(equation)) {
                equationsOf[number][--count[number]] = equation;
            }
        }
        return equationsOf;
    }

    /** The numbers whose bounds moved. */
    private int[] narrow(int equation) {
        int[] numbers = unknowns.get(equation);
        int[] times = factors.get(equation);
        int[] moved = new int[numbers.length];
        int count = 0;
        boolean again = true;
        while (again) {
            again = false;
            long low = -sums.get(equation);
            long high = low;
            for (int i = 0; i < numbers.length; i++) {
                low += times[i] * (times[i] > 0 ? least[numbers[i]] : most[numbers[i]]);
                high += times[i] * (times[i] > 0 ? most[numbers[i]] : least[numbers[i]]);
            }
            if (low > 0 || high < 0) {
                throw new IllegalStateException("no numbers add up to " + sums.get(equation));
            }
            for (int i = 0; i < numbers.length && !again; i++) {
                int number = numbers[i];
                boolean plus = times[i] > 0;
                long up = (plus ? least[number] : -most[number]) - low;
                long down = (plus ? most[number] : -least[number]) - high;
                long newLeast = plus ? down : -up;
                long newMost = plus ? up : -down;
                if (newLeast > least[number] || newMost < most[number]) {
                    least[number] = Math.max(least[number], newLeast);
                    most[number] = Math.min(most[number], newMost);
                    if (count == 0 || moved[count - 1] != number) {
                        moved = count == moved.length ? Arrays.copyOf(moved, 2 * count) : moved;
                        moved[count++] = number;
                    }
                    again = true;
                }
            }
        }
        return Arrays.copyOf(moved, count);
    }
}
