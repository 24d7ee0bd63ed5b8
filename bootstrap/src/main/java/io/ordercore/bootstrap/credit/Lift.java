package io.ordercore.bootstrap.credit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How much more often the worst tenth by a score ends badly than all. */
final class Lift {
    private static final double TENTH = 0.1;

    private Lift() {}

    /** Of scores that tie at the edge of the tenth each counts by the share that fits. NaN where none is bad. */
    static double ofWorstTenth(boolean[] bad, double[] score) {
        Integer[] worstFirst = IntStream.range(0, score.length).boxed().toArray(Integer[]::new);
        Arrays.sort(
                worstFirst, Comparator.comparingDouble((Integer i) -> score[i]).reversed());
        double room = score.length * TENTH;
        double caught = 0;
        long all = 0;
        int from = 0;
        while (from < worstFirst.length) {
            int to = from;
            long badOnes = 0;
            while (to < worstFirst.length && score[worstFirst[to]] == score[worstFirst[from]]) {
                badOnes += bad[worstFirst[to]] ? 1 : 0;
                to++;
            }
            double taken = Math.max(0, Math.min(to - from, room - from));
            caught += badOnes * taken / (to - from);
            all += badOnes;
            from = to;
        }
        return caught / (all * TENTH);
    }
}
