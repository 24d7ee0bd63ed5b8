package io.ordercore.jmh;

import io.ordercore.domain.credit.CreditNorms;
import io.ordercore.domain.credit.CreditScore;
import io.ordercore.domain.credit.Evidence;
import io.ordercore.domain.credit.Evidence.End;
import io.ordercore.domain.credit.Lane;
import io.ordercore.domain.credit.MerchantCredit;
import io.ordercore.domain.credit.Owner;
import java.time.LocalDate;
import java.util.List;
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

/** One more order, parcel or answer of a merchant that has a thousand, and the score after it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CreditUpdateBenchmark {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final int KINDS = 1024;

    private final CreditNorms norms = CreditNorms.starting(DAY);
    private final List<Evidence> evidence =
            IntStream.range(0, KINDS).mapToObj(CreditUpdateBenchmark::piece).toList();
    private final MerchantCredit credit = thousand();
    private int next;

    private static Evidence piece(int n) {
        boolean bad = n % 11 == 0;
        String id = "piece-" + n;
        return switch (n % 4) {
            case 0 -> new Evidence.HandOver(id, DAY, bad);
            case 1 -> new Evidence.Answered(id, DAY, !bad);
            default ->
                new Evidence.OrderOutcome(
                        id,
                        DAY.minusDays(n % 90),
                        DAY,
                        "category-" + n % 20,
                        new Lane("CN-Zhejiang", "CN-" + n % 30),
                        bad ? End.DEFECT : End.GOOD,
                        Owner.MERCHANT);
        };
    }

    private MerchantCredit thousand() {
        MerchantCredit all = MerchantCredit.newcomer(DAY.minusYears(1));
        for (Evidence piece : evidence) {
            all = all.with(piece, norms);
        }
        return all;
    }

    @Benchmark
    public MerchantCredit update() {
        next = (next + 1) % KINDS;
        return credit.with(evidence.get(next), norms);
    }

    @Benchmark
    public CreditScore updateAndScore() {
        next = (next + 1) % KINDS;
        return credit.with(evidence.get(next), norms).score(norms, DAY);
    }
}
