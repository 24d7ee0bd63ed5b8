package io.ordercore.bootstrap.credit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The area under the ROC curve: the chance that a bad order was scored worse than a good one, ties counting half. */
final class Auc {
    private Auc() {}

    /** NaN where all orders are bad, or none. */
    static double of(boolean[] bad, double[] score) {
        Integer[] byScore = IntStream.range(0, score.length).boxed().toArray(Integer[]::new);
        Arrays.sort(byScore, Comparator.comparingDouble(i -> score[i]));
        double ranks = 0;
        long positives = 0;
        int from = 0;
        while (from < byScore.length) {
            int to = from;
            while (to < byScore.length && score[byScore[to]] == score[byScore[from]]) {
                to++;
            }
            double rank = (from + 1 + to) / 2.0;
            for (int i = from; i < to; i++) {
                if (bad[byScore[i]]) {
                    ranks += rank;
                    positives++;
                }
            }
            from = to;
        }
        long negatives = score.length - positives;
        return (ranks - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
    }
}
