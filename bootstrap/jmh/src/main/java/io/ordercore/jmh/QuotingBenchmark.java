package io.ordercore.jmh;

import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.anOrder;
import static io.ordercore.domain.testkit.Fixtures.offer;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.modification.Asked;
import io.ordercore.domain.modification.ChangeKind;
import io.ordercore.domain.modification.ModificationPolicy;
import io.ordercore.domain.modification.Quote;
import io.ordercore.domain.modification.Quoting;
import io.ordercore.domain.modification.RequestedChange;
import io.ordercore.domain.modification.Ruled;
import io.ordercore.domain.modification.Rulings;
import io.ordercore.domain.modification.Stage;
import io.ordercore.domain.modification.Standing;
import io.ordercore.domain.modification.Tariff;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.SkuFacts;
import io.ordercore.domain.testkit.OrderBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Ruling on a change, and quoting changes of an order of 200 lines. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class QuotingBenchmark {
    private static final int LINES = 200;

    private final Standing standing = Standing.of(largeOrder());
    private final Map<Sku, SkuFacts> facts = facts();
    private final Quoting quoting = Quoting.by(ModificationPolicy.STANDARD, Tariff.STANDARD);
    private final Asked asked =
            new Asked(ChangeKind.ADDRESS, Stage.PACKED, standing, LI_HERSELF, null, TUESDAY_MORNING);
    private final Quoting.Request oneLine = request(1);
    private final Quoting.Request everyLine = request(LINES);

    @Benchmark
    public Ruled ruling() {
        return Rulings.rule(ModificationPolicy.STANDARD, asked);
    }

    @Benchmark
    public Quote oneOfTwoHundredLines() {
        return quoting.quote(oneLine, standing, facts::get, TUESDAY_MORNING);
    }

    @Benchmark
    public Quote everyOneOfTwoHundredLines() {
        return quoting.quote(everyLine, standing, facts::get, TUESDAY_MORNING);
    }

    private static Order largeOrder() {
        OrderBuilder order = anOrder();
        IntStream.rangeClosed(1, LINES).forEach(line -> order.with("goods-" + line, 2, "12.34"));
        return order.paid().build();
    }

    private static Map<Sku, SkuFacts> facts() {
        Map<Sku, SkuFacts> facts = new HashMap<>();
        IntStream.rangeClosed(1, LINES)
                .mapToObj(line -> offer("goods-" + line, TEA_HOUSE, "12.34"))
                .forEach(offer -> facts.put(offer.sku(), new SkuFacts(offer, 100)));
        return facts;
    }

    private static Quoting.Request request(int changes) {
        List<RequestedChange> more = IntStream.rangeClosed(1, changes)
                .mapToObj(line -> RequestedChange.more(line, 1))
                .toList();
        return new Quoting.Request("bench", more, LI_HERSELF, null, null, TUESDAY_MORNING.plusSeconds(1_800));
    }
}
