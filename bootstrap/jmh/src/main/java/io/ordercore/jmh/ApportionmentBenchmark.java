package io.ordercore.jmh;

import io.ordercore.domain.money.Apportionment;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Splitting an amount over the 200 lines of a large order. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ApportionmentBenchmark {
    private final Money shipping = Money.ofMinor(CurrencyUnit.of("CNY"), 123_457);
    private final List<Long> lines = LongStream.rangeClosed(1, 200)
            .map(line -> line * 7_919 % 10_007)
            .boxed()
            .toList();

    @Benchmark
    public List<Money> twoHundredLines() {
        return Apportionment.byWeight(shipping, lines);
    }
}
