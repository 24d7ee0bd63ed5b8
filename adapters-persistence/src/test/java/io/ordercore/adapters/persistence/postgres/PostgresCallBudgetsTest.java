package io.ordercore.adapters.persistence.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.Store;
import io.ordercore.application.logistics.CarrierProfile.CallBudget;
import io.ordercore.application.testkit.CallBudgetsContract;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PostgresCallBudgetsTest extends CallBudgetsContract {
    @RegisterExtension
    final TestPostgres postgres = new TestPostgres();

    @Override
    protected Store store() {
        return postgres.store();
    }

    @Test
    void T18_two_cores_on_one_database_share_an_accounts_budget() {
        CarrierCode carrier = new CarrierCode("parcel-post");
        CallBudget five = new CallBudget(5, 0);
        Instant now = Instant.parse("2026-03-02T12:00:00Z");
        AtomicInteger allowed = new AtomicInteger();
        try (PostgresStore one = PostgresStore.on(postgres.dataSource(), TestPostgres.KEYS);
                PostgresStore other = PostgresStore.on(postgres.dataSource(), TestPostgres.KEYS)) {
            IntStream.range(0, 20).parallel().forEach(call -> {
                Store core = call % 2 == 0 ? one : other;
                if (core.callBudgets().take(carrier, "a", five, now).isZero()) {
                    allowed.incrementAndGet();
                }
            });
            one.callBudgets().pause(carrier, "a", now.plusSeconds(30));

            assertThat(allowed).hasValue(5);
            assertThat(other.callBudgets().take(carrier, "a", five, now.plusSeconds(1)))
                    .hasSeconds(29);
        }
    }
}
