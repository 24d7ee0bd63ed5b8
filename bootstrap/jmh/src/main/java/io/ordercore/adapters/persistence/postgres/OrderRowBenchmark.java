package io.ordercore.adapters.persistence.postgres;

import io.ordercore.domain.order.OrderLine;
import io.ordercore.domain.order.OrderSnapshot;
import io.ordercore.domain.party.Recipient;
import io.ordercore.domain.testkit.Fixtures;
import io.ordercore.domain.testkit.OrderBuilder;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/** What a row of {@code orders} costs to write and to read, without the database. Here, for nobody else sees how it is written. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class OrderRowBenchmark {
    @Param({"1", "5"})
    int lines;

    private final RecipientCipher recipients = new RecipientCipher(PersonalDataKeys.generate());
    private OrderSnapshot order =
            Fixtures.anOrder().with("sku-0", 1, "19.99").build().snapshot();
    private String document = "";
    private byte[] recipient = {};

    @Setup
    public void order() {
        OrderBuilder builder = Fixtures.anOrder();
        for (int n = 0; n < lines; n++) {
            builder = builder.with("sku-" + n, 1, "19.99");
        }
        order = builder.build().snapshot();
        document = encode();
        recipient = encrypt();
    }

    @Benchmark
    public String encode() {
        return OrderDocument.write(order);
    }

    @Benchmark
    public List<OrderLine> decode() {
        return new OrderDocument("CNY", document).lines();
    }

    @Benchmark
    public byte[] encrypt() {
        return recipients.encrypt(order.id(), RecipientCipher.Personal.of(order));
    }

    @Benchmark
    public Recipient decrypt() {
        return recipients.decrypt(order.id(), recipient).recipient();
    }
}
