package io.ordercore.jmh;

import io.ordercore.domain.order.EventChain;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderEventType;
import io.ordercore.domain.testkit.Fixtures;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Linking one event to an order's history. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class HistoryBenchmark {
    private final byte[] before = EventChain.start();
    private final OrderEvent event = new OrderEvent(
            Fixtures.order(1),
            1,
            OrderEventType.PLACED,
            Fixtures.LI_HERSELF,
            Fixtures.TUESDAY_MORNING,
            Map.of("total", "CNY 19.99"));

    @Benchmark
    public byte[] link() {
        return EventChain.link(before, event);
    }
}
