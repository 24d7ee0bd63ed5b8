package io.ordercore.bootstrap.arrival;

import io.ordercore.domain.logistics.arrival.ArrivalForecast;
import io.ordercore.domain.logistics.arrival.ArrivalModel;
import io.ordercore.domain.logistics.arrival.Journey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Says of every order bought in a period when it will arrive, each time with the model learned at the start of that day
 * from what was known then. Orders that never arrived are left out of the figures: there is no day to compare with.
 */
final class ArrivalBacktest {
    static final List<Integer> DAYS_AFTER_PICKUP = List.of(0, 3, 5, 7);
    private static final double DAY = 86_400;

    private final List<Journey> history;
    private final List<PromisedJourney> tested;
    private final Map<Instant, ArrivalModel> models = new HashMap<>();

    ArrivalBacktest(List<PromisedJourney> recorded, LocalDate from, LocalDate to) {
        this.history = recorded.stream().map(PromisedJourney::journey).toList();
        this.tested = recorded.stream()
                .filter(it -> !it.boughtOn().isBefore(from) && it.boughtOn().isBefore(to))
                .sorted(Comparator.comparing(
                                (PromisedJourney it) -> it.journey().bought())
                        .thenComparing(PromisedJourney::order))
                .toList();
    }

    /** One order and what was said of it at purchase. */
    record Prediction(PromisedJourney of, ArrivalForecast said) {
        @Nullable
        Instant arrived() {
            return of.journey().delivered();
        }

        double actualDays() {
            Instant arrived = arrived();
            return arrived == null ? Double.NaN : days(of.journey().bought(), arrived);
        }

        double expectedDays() {
            return days(of.journey().bought(), said.expected());
        }

        double promisedDays() {
            return days(of.journey().bought(), said.promised());
        }

        double givenDays() {
            return days(of.journey().bought(), of.promisedDay().atStartOfDay().toInstant(ZoneOffset.UTC));
        }

        private static double days(Instant from, Instant to) {
            return Duration.between(from, to).toSeconds() / DAY;
        }
    }

    List<Prediction> predictions() {
        List<Prediction> all = new ArrayList<>();
        for (PromisedJourney it : tested) {
            Journey journey = it.journey();
            all.add(new Prediction(
                    it, modelAt(journey.bought()).forecast(journey.merchant(), journey.lane(), journey.bought())));
        }
        return all;
    }

    /** Late-risk ranking among parcels on their way and not yet overdue, {@code days} after pickup. */
    record Risk(int days, int parcels, int late, double auc, double staticAuc) {}

    Risk riskAfter(int days) {
        List<double[]> scored = new ArrayList<>();
        int late = 0;
        for (PromisedJourney it : tested) {
            Instant pickup = it.journey().handedOver();
            Instant arrived = it.journey().delivered();
            if (pickup == null || arrived == null) {
                continue;
            }
            Instant now = pickup.plus(Duration.ofDays(days));
            if (arrived.isAfter(now) && now.isBefore(it.deadline())) {
                boolean isLate = !arrived.isBefore(it.deadline());
                ArrivalModel model = modelAt(now);
                scored.add(new double[] {
                    model.lateRisk(it.journey().lane(), now, it.deadline()),
                    model.staticRisk(it.journey().lane(), now, it.deadline()),
                    isLate ? 1 : 0
                });
                late += isLate ? 1 : 0;
            }
        }
        return new Risk(days, scored.size(), late, auc(scored, row -> row[0]), auc(scored, row -> row[1]));
    }

    private ArrivalModel modelAt(Instant moment) {
        return models.computeIfAbsent(moment.truncatedTo(ChronoUnit.DAYS), day -> ArrivalModel.learn(history, day));
    }

    /** The chance that a late parcel ranks above a timely one; ties count half (Mann and Whitney). */
    static double auc(List<double[]> scored, ToDoubleFunction<double[]> score) {
        List<double[]> inOrder = new ArrayList<>(scored);
        inOrder.sort(Comparator.comparingDouble(score));
        double rankSum = 0;
        long late = 0;
        for (int i = 0; i < inOrder.size(); ) {
            int j = i;
            while (j < inOrder.size() && score.applyAsDouble(inOrder.get(j)) == score.applyAsDouble(inOrder.get(i))) {
                j++;
            }
            for (int k = i; k < j; k++) {
                if (inOrder.get(k)[2] > 0) {
                    rankSum += (i + 1 + j) / 2.0;
                    late++;
                }
            }
            i = j;
        }
        long timely = inOrder.size() - late;
        return late == 0 || timely == 0 ? Double.NaN : (rankSum - late * (late + 1) / 2.0) / ((double) late * timely);
    }
}
