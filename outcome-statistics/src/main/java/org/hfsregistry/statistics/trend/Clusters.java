package org.hfsregistry.statistics.trend;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** The patients with at least two sessions, counted from 0, and which of the sessions given are theirs. */
final class Clusters {
    private final int count;
    private final int[] sessions;
    private final int[] patientOfSession;

    private Clusters(int count, int[] sessions, int[] patientOfSession) {
        this.count = count;
        this.sessions = sessions;
        this.patientOfSession = patientOfSession;
    }

    static Clusters of(int[] patients) {
        Map<Integer, Integer> sessionsOf = new HashMap<>();
        for (int patient : patients) {
            sessionsOf.merge(patient, 1, Integer::sum);
        }
        int[] sessions = IntStream.range(0, patients.length)
                .filter(i -> sessionsOf.getOrDefault(patients[i], 0) > 1)
                .toArray();
        Map<Integer, Integer> numbers = new HashMap<>();
        int[] patientOfSession = new int[sessions.length];
        for (int i = 0; i < sessions.length; i++) {
            int patient = patients[sessions[i]];
            numbers.putIfAbsent(patient, numbers.size());
            patientOfSession[i] = numbers.getOrDefault(patient, 0);
        }
        return new Clusters(numbers.size(), sessions, patientOfSession);
    }

    /** How many patients have at least two sessions. */
    int count() {
        return count;
    }

    /** The part of a column that is theirs. */
    double[] pick(double[] column) {
        return IntStream.of(sessions).mapToDouble(i -> column[i]).toArray();
    }

    /** A picked column less the mean of each patient. */
    double[] centred(double[] column) {
        double[] sums = new double[count];
        int[] counts = new int[count];
        for (int i = 0; i < column.length; i++) {
            sums[patientOfSession[i]] += column[i];
            counts[patientOfSession[i]]++;
        }
        double[] centred = new double[column.length];
        for (int i = 0; i < column.length; i++) {
            centred[i] = column[i] - sums[patientOfSession[i]] / counts[patientOfSession[i]];
        }
        return centred;
    }

    /** The sum over patients of the squared sum of x (y - slope x). */
    double squaredScores(double[] x, double[] y, double slope) {
        double[] scores = new double[count];
        for (int i = 0; i < x.length; i++) {
            scores[patientOfSession[i]] += x[i] * (y[i] - slope * x[i]);
        }
        double sum = 0;
        for (double score : scores) {
            sum += score * score;
        }
        return sum;
    }
}
