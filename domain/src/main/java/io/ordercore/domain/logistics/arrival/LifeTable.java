package io.ordercore.domain.logistics.arrival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How long journeys last at the pace of a recent period: Kaplan and Meier's product limit (JASA 53, 1958) with late entry.
 * A journey counts from the age at which the period found it to the age at which it ended, or at which the period did. So
 * neither what is still on its way is left out, nor is what began long ago taken for a sign of today.
 */
final class LifeTable {
    private record Stay(double from, double until, boolean ended) {}

    private final List<Stay> stays = new ArrayList<>();

    /** Ages in any unit; one that ended at the age it was found at counts as just after. */
    void add(double from, double until, boolean ended) {
        stays.add(new Stay(from, Math.max(until, from + 1e-9), ended));
    }

    /** The age by which {@code share} have ended; the greatest seen where so many never did; NaN if none ended. */
    double quantile(double share) {
        double[] found = stays.stream().mapToDouble(Stay::from).sorted().toArray();
        List<Stay> inOrder = new ArrayList<>(stays);
        inOrder.sort(Comparator.comparingDouble(Stay::until).thenComparing(stay -> !stay.ended()));
        double alive = 1;
        double last = Double.NaN;
        int gone = 0;
        for (Stay stay : inOrder) {
            if (stay.ended()) {
                last = stay.until();
                int atRisk = below(found, last) - gone;
                // One alone at risk says nothing of the others; it must not end the table.
                alive *= 1 - 1.0 / Math.max(atRisk, 2);
                if (1 - alive >= share) {
                    return last;
                }
            }
            gone++;
        }
        return last;
    }

    private static int below(double[] sorted, double value) {
        int at = Arrays.binarySearch(sorted, value);
        int first = at < 0 ? -at - 1 : at;
        while (first > 0 && sorted[first - 1] >= value) {
            first--;
        }
        return first;
    }
}
