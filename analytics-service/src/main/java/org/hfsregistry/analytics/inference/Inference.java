package org.hfsregistry.analytics.inference;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What somebody who knows some counts can work out of them: whether another follows that is of fewer than k people.
 *
 * <p>A known count is a set of cells. What follows from several by adding and subtracting is the linear span of their
 * sets; a set of cells in the span whose people are between 1 and k - 1 is a disclosure. Empty cells are taken as known
 * to be empty, which only makes this stricter. Cells that every known set treats alike can't be told apart and count as
 * one class.
 *
 * <p>A set in the span is known by the classes that it has among the pivots of the reduced known sets. The largest classes
 * are made pivots first, so that a set of few people has few pivots to choose from; none, where all pivots are of k. So it is
 * enough to find as many classes of k people as there are sets that don't follow from one another, of which each tells the
 * sets apart, and classes that did so of some people are tried first of others.
 *
 * <p>It exists apart from the people because the same is asked of many: of all, and of all but each of them.
 */
public final class Inference {
    private static final int UNKNOWN = -1;

    private final int[] classOf;
    private final List<boolean[]> classes = new ArrayList<>();
    private final int sets;
    private final int k;
    /** Whether a class is in any set; of others nothing is known. */
    private final boolean[] isKnown;

    private final Latest<Asked, Boolean> answers;

    /** Classes that tell all sets apart; found before, of others. */
    private volatile Optional<int[]> telling = Optional.empty();

    /** How many sets don't follow from one another; below 0 until it is asked for. */
    private volatile int rank = UNKNOWN;

    /** Of the counts of these sets among so many cells, known together; answers are kept where others' are. */
    public Inference(int cells, List<Cells> known, int k, Latest<Asked, Boolean> answers) {
        this.k = k;
        this.answers = answers;
        this.sets = known.size();
        this.classOf = classes(cells, known);
        for (int cell = 0; cell < cells; cell++) {
            if (classOf[cell] == classes.size()) {
                classes.add(in(cell, known));
            }
        }
        this.isKnown = new boolean[classes.size()];
        for (int each = 0; each < this.isKnown.length; each++) {
            this.isKnown[each] = isInAny(classes.get(each));
        }
    }

    /** The class of each cell, numbered as they come; parted by one set after the other. */
    private static int[] classes(int cells, List<Cells> known) {
        int[] classOf = new int[cells];
        int count = 1;
        for (Cells set : known) {
            int[] renumbered = new int[2 * count];
            int next = 0;
            for (int cell = 0; cell < cells; cell++) {
                int parted = 2 * classOf[cell] + (set.has(cell) ? 1 : 0);
                if (renumbered[parted] == 0) {
                    renumbered[parted] = ++next;
                }
                classOf[cell] = renumbered[parted] - 1;
            }
            count = next;
        }
        return classOf;
    }

    private static boolean isInAny(boolean[] sets) {
        for (boolean in : sets) {
            if (in) {
                return true;
            }
        }
        return false;
    }

    private static boolean[] in(int cell, List<Cells> known) {
        boolean[] in = new boolean[known.size()];
        for (int set = 0; set < in.length; set++) {
            in[set] = known.get(set).has(cell);
        }
        return in;
    }

    /**
     * The people of each class. How many more than k there are makes no difference: a class of k is in no group of fewer.
     *
     * @param people of each class, at most k; never changed
     */
    public record Asked(Inference of, IntBuffer people) {}

    /** Whether every group of fewer than k of these people stays unknown. */
    public boolean safe(int[] cells) {
        return safeOf(alike(cells, new int[0]));
    }

    /** The same of people without some of them. */
    public boolean safe(int[] cells, int[] without) {
        return safeOf(alike(cells, without));
    }

    private int[] alike(int[] cells, int[] without) {
        int[] people = new int[classes.size()];
        for (int cell = 0; cell < cells.length; cell++) {
            int left = cell < without.length ? cells[cell] - without[cell] : cells[cell];
            if (left > 0) {
                people[classOf[cell]] += left;
            }
        }
        for (int each = 0; each < people.length; each++) {
            people[each] = isKnown[each] ? people[each] : 0;
        }
        return people;
    }

    private boolean safeOf(int[] people) {
        return isOfMany(people)
                || telling.filter(classes -> areOfMany(classes, people)).isPresent()
                || answers.get(asked(people), () -> found(people));
    }

    private Asked asked(int[] people) {
        int[] most = new int[people.length];
        for (int each = 0; each < most.length; each++) {
            most[each] = Math.min(people[each], k);
        }
        return new Asked(this, IntBuffer.wrap(most));
    }

    private int rank() {
        int known = rank;
        if (known == UNKNOWN) {
            known = new Echelon(matrix(IntStream.range(0, classes.size()).toArray())).pivots().length;
            rank = known;
        }
        return known;
    }

    private boolean areOfMany(int[] of, int[] people) {
        for (int each : of) {
            if (people[each] < k) {
                return false;
            }
        }
        return true;
    }

    private boolean isOfMany(int[] people) {
        for (int count : people) {
            if (count > 0 && count < k) {
                return false;
            }
        }
        return true;
    }

    /** The largest classes first. */
    private boolean found(int[] people) {
        int[] columns = IntStream.range(0, people.length)
                .filter(each -> people[each] > 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer each) -> -people[each])
                        .thenComparing(classes::get, Arrays::compare))
                .mapToInt(Integer::intValue)
                .toArray();
        Echelon echelon = new Echelon(matrix(columns));
        int[] pivots =
                Arrays.stream(echelon.pivots()).map(pivot -> columns[pivot]).toArray();
        if (areOfMany(pivots, people)) {
            if (pivots.length == rank()) {
                telling = Optional.of(pivots);
            }
            return true;
        }
        int[] ofColumns = Arrays.stream(columns).map(each -> people[each]).toArray();
        return !echelon.tellsFew(ofColumns, k);
    }

    private double[][] matrix(int[] columns) {
        double[][] matrix = new double[sets][columns.length];
        for (int column = 0; column < columns.length; column++) {
            boolean[] in = classes.get(columns[column]);
            for (int set = 0; set < sets; set++) {
                matrix[set][column] = in[set] ? 1 : 0;
            }
        }
        return matrix;
    }
}
