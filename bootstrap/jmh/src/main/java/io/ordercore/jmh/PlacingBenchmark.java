package io.ordercore.jmh;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.Placing;
import io.ordercore.domain.order.PlacingDecision;
import io.ordercore.domain.order.PurchaseLine;
import io.ordercore.domain.order.PurchaseRequest;
import io.ordercore.domain.order.SkuFacts;
import io.ordercore.domain.testkit.Fixtures;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Deciding on a purchase of one merchant: prices, stock, the order and its first event. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PlacingBenchmark {
    @Param({"1", "5", "100"})
    int lines;

    private final Map<Sku, SkuFacts> facts = new HashMap<>();
    private PurchaseRequest request = Fixtures.request(Fixtures.line("sku-0", 1, "19.99"));

    @Setup
    public void stock() {
        PurchaseLine[] wanted = IntStream.range(0, lines)
                .mapToObj(n -> Fixtures.line("sku-" + n, 1, "19.99"))
                .toArray(PurchaseLine[]::new);
        for (PurchaseLine line : wanted) {
            facts.put(line.sku(), new SkuFacts(Fixtures.offer(line.sku().value(), Fixtures.TEA_HOUSE, "19.99"), 1_000));
        }
        request = Fixtures.request(wanted);
    }

    @Benchmark
    public PlacingDecision placed() {
        return Placing.decide(
                Fixtures.purchase(1),
                request,
                facts::get,
                Fixtures.LI_HERSELF,
                Fixtures.TUESDAY_MORNING,
                Fixtures.TUESDAY_MORNING.plus(Duration.ofMinutes(30)));
    }
}
