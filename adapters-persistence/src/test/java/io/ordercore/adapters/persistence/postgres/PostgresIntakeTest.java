package io.ordercore.adapters.persistence.postgres;

import static io.ordercore.application.testkit.Marketplace.intake;
import static io.ordercore.domain.testkit.Fixtures.LI;
import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.li;
import static io.ordercore.domain.testkit.Fixtures.line;
import static io.ordercore.domain.testkit.Fixtures.order;
import static io.ordercore.domain.testkit.Fixtures.purchase;
import static io.ordercore.domain.testkit.Fixtures.request;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.CommandKey;
import io.ordercore.application.StoreUnavailableException;
import io.ordercore.application.order.OrderIntake.Admission;
import io.ordercore.application.order.OrderIntake.InProgress;
import io.ordercore.application.order.OrderIntake.Intake;
import io.ordercore.application.order.OrderIntake.Overloaded;
import io.ordercore.application.order.OrderIntake.Placed;
import io.ordercore.application.order.OrderIntake.Replayed;
import io.ordercore.application.testkit.Marketplace;
import io.ordercore.domain.catalog.Sku;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class PostgresIntakeTest {
    @RegisterExtension
    final TestPostgres postgres = new TestPostgres();

    @Test
    void a_bad_purchase_in_a_group_harms_no_other() throws Exception {
        new Marketplace(postgres.store()).sells("kettle", "99.00", 1_000);
        List<CompletableFuture<Admission>> answers = new ArrayList<>();
        CompletableFuture<Admission> bad = new CompletableFuture<>();
        try (Connection blocking = lockTheKettle()) {
            for (int n = 1; n <= 50; n++) {
                if (n == 25) {
                    bad = admit(withAKeyNoDatabaseTakes(n));
                } else {
                    answers.add(admit(intake(n, request(line("kettle", 1, "99.00")))));
                }
            }
            blocking.rollback();
        }
        for (CompletableFuture<Admission> answer : answers) {
            assertThat(answer.get(20, TimeUnit.SECONDS)).isInstanceOf(Placed.class);
        }
        CompletableFuture<Admission> failed = bad;
        assertThatThrownBy(() -> failed.get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(StoreUnavailableException.class);
        assertThat(new Marketplace(postgres.store()).reserved("kettle")).isEqualTo(49);
        assertThat(HistoryAudit.of(postgres.dataSource()).verify().firstBreak()).isEmpty();
    }

    @Test
    void a_repetition_after_a_restart_gets_the_first_answer() throws Exception {
        new Marketplace(postgres.store()).sells("kettle", "99.00", 10);
        Intake intake = intake(1, request(line("kettle", 1, "99.00")));
        Placed placed = (Placed) admit(intake).get(20, TimeUnit.SECONDS);

        postgres.restart();
        Intake again = new Intake(
                purchase(2),
                intake.request(),
                intake.key(),
                intake.fingerprint(),
                intake.actor(),
                intake.now(),
                intake.payBy());

        assertThat(admit(again).get(20, TimeUnit.SECONDS)).isEqualTo(new Replayed(placed.purchase()));
    }

    @Test
    void a_command_that_is_waiting_is_in_progress() throws Exception {
        new Marketplace(postgres.store()).sells("kettle", "99.00", 10);
        Intake intake = intake(1, request(line("kettle", 1, "99.00")));
        try (Connection blocking = lockTheKettle()) {
            CompletableFuture<Admission> first = admit(intake);

            assertThat(admit(intake).get(20, TimeUnit.SECONDS)).isEqualTo(new InProgress());
            blocking.rollback();
            assertThat(first.get(20, TimeUnit.SECONDS)).isInstanceOf(Placed.class);
        }
    }

    @Test
    void two_nodes_given_the_same_command_at_once_execute_it_once() throws Exception {
        new Marketplace(postgres.store()).sells("kettle", "99.00", 1_000);
        try (PostgresStore other = PostgresStore.on(postgres.dataSource(), TestPostgres.KEYS)) {
            for (int n = 1; n <= 30; n++) {
                Intake intake = intake(n, request(line("kettle", 1, "99.00")));
                Intake repeated = new Intake(
                        purchase(n + 1_000),
                        intake.request(),
                        intake.key(),
                        intake.fingerprint(),
                        intake.actor(),
                        intake.now(),
                        intake.payBy());
                CompletableFuture<Admission> here = admit(intake);
                CompletableFuture<Admission> there =
                        other.intake().admit(repeated).toCompletableFuture();
                List<Admission> both = List.of(here.get(20, TimeUnit.SECONDS), there.get(20, TimeUnit.SECONDS));
                assertThat(both).filteredOn(Placed.class::isInstance).hasSize(1);
                assertThat(both).filteredOn(Replayed.class::isInstance).hasSize(1);
            }
        }
        assertThat(new Marketplace(postgres.store()).reserved("kettle")).isEqualTo(30);
    }

    @Test
    void who_finds_the_queue_full_is_turned_away_at_once_and_nothing_is_stored() throws Exception {
        new Marketplace(postgres.store()).sells("kettle", "99.00", 1_000);
        IntakeSettings narrow = new IntakeSettings(1, 2, 1, Duration.ofSeconds(1));
        try (PostgresStore store = PostgresStore.on(postgres.dataSource(), TestPostgres.KEYS, narrow)) {
            List<CompletableFuture<Admission>> answers = new ArrayList<>();
            try (Connection blocking = lockTheKettle()) {
                for (int n = 1; n <= 10; n++) {
                    answers.add(store.intake()
                            .admit(intake(n, request(line("kettle", 1, "99.00"))))
                            .toCompletableFuture());
                }
                assertThat(answers.get(9).getNow(null)).isInstanceOf(Overloaded.class);
                blocking.rollback();
            }
            long placed = 0;
            for (CompletableFuture<Admission> answer : answers) {
                placed += answer.get(20, TimeUnit.SECONDS) instanceof Placed ? 1 : 0;
            }
            assertThat(placed).isBetween(2L, 3L);
            assertThat(new Marketplace(store).reserved("kettle")).isEqualTo(placed);
            assertThat(store.intake().waiting()).isZero();
        }
    }

    @Test
    void closing_stores_what_is_waiting_and_refuses_what_comes_later() throws Exception {
        new Marketplace(postgres.store()).sells("kettle", "99.00", 1_000);
        List<CompletableFuture<Admission>> answers = new ArrayList<>();
        for (int n = 1; n <= 20; n++) {
            answers.add(admit(intake(n, request(line("kettle", 1, "99.00")))));
        }
        postgres.store().close();
        for (CompletableFuture<Admission> answer : answers) {
            assertThat(answer.get(1, TimeUnit.SECONDS)).isInstanceOf(Placed.class);
        }
        assertThatThrownBy(() ->
                        admit(intake(21, request(line("kettle", 1, "99.00")))).get(1, TimeUnit.SECONDS))
                .hasCauseInstanceOf(StoreUnavailableException.class);
        assertThat(postgres.store().orders().find(order(20))).isPresent();
    }

    private CompletableFuture<Admission> admit(Intake intake) {
        return postgres.store().intake().admit(intake).toCompletableFuture();
    }

    /** Text in PostgreSQL cannot hold the character zero. */
    private static Intake withAKeyNoDatabaseTakes(long n) {
        return new Intake(
                purchase(n),
                new io.ordercore.domain.order.PurchaseRequest(
                        LI,
                        li(),
                        List.of(new io.ordercore.domain.order.PurchaseLine(new Sku("kettle"), 1, yuan("99.00")))),
                new CommandKey("li", "\0"),
                "fingerprint",
                LI_HERSELF,
                TUESDAY_MORNING,
                TUESDAY_MORNING.plusSeconds(1));
    }

    /** So that a group can gather behind the first. */
    private Connection lockTheKettle() throws SQLException {
        Connection connection = postgres.dataSource().getConnection();
        connection.setAutoCommit(false);
        Sql.list(connection, "select sku from stock where sku = 'kettle' for update", row -> row.getString(1));
        return connection;
    }
}
