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
import io.ordercore.application.order.OrderIntake.Refused;
import io.ordercore.application.order.OrderIntake.Replayed;
import io.ordercore.application.testkit.Marketplace;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.LineRefusal;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.stock.StockMove;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class PostgresIntakeTest {
    private static final String WAITING =
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";

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
            assertThat(answer.get(60, TimeUnit.SECONDS)).isInstanceOf(Placed.class);
        }
        CompletableFuture<Admission> failed = bad;
        assertThatThrownBy(() -> failed.get(60, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(StoreUnavailableException.class);
        assertThat(new Marketplace(postgres.store()).reserved("kettle")).isEqualTo(49);
        assertThat(HistoryAudit.of(postgres.dataSource()).verify().firstBreak()).isEmpty();
    }

    @Test
    void a_repetition_after_a_restart_gets_the_first_answer() throws Exception {
        new Marketplace(postgres.store()).sells("kettle", "99.00", 10);
        Intake intake = intake(1, request(line("kettle", 1, "99.00")));
        Placed placed = (Placed) admit(intake).get(60, TimeUnit.SECONDS);

        postgres.restart();

        assertThat(admit(again(intake)).get(60, TimeUnit.SECONDS)).isEqualTo(new Replayed(placed.purchase()));
    }

    @Test
    void a_repetition_in_a_group_gets_the_first_answer_and_harms_no_other() throws Exception {
        new Marketplace(postgres.store()).sells("kettle", "99.00", 4);
        Intake repeated = intake(1, request(line("kettle", 1, "99.00")));
        Placed placed = (Placed) admit(repeated).get(60, TimeUnit.SECONDS);
        List<CompletableFuture<Admission>> answers = new ArrayList<>();
        try (Connection blocking = lockTheKettle()) {
            for (int n = 2; n <= 6; n++) {
                answers.add(admit(n == 4 ? again(repeated) : intake(n, request(line("kettle", 1, "99.00")))));
            }
            blocking.rollback();
        }

        assertThat(answers.remove(2).get(60, TimeUnit.SECONDS)).isEqualTo(new Replayed(placed.purchase()));
        int others = 0;
        for (CompletableFuture<Admission> answer : answers) {
            others += answer.get(60, TimeUnit.SECONDS) instanceof Placed ? 1 : 0;
        }
        assertThat(others).isEqualTo(3);
        assertThat(new Marketplace(postgres.store()).reserved("kettle")).isEqualTo(4);
    }

    @Test
    void a_repetition_of_what_sold_out_since_gets_the_first_answer() throws Exception {
        new Marketplace(postgres.store()).sells("kettle", "99.00", 1);
        Intake repeated = intake(1, request(line("kettle", 1, "99.00")));
        Placed placed = (Placed) admit(repeated).get(60, TimeUnit.SECONDS);

        assertThat(admit(intake(2, request(line("kettle", 1, "99.00")))).get(60, TimeUnit.SECONDS))
                .isInstanceOf(Refused.class);
        assertThat(admit(again(repeated)).get(60, TimeUnit.SECONDS)).isEqualTo(new Replayed(placed.purchase()));
    }

    @Test
    void a_command_that_is_waiting_is_in_progress() throws Exception {
        new Marketplace(postgres.store()).sells("kettle", "99.00", 10);
        Intake intake = intake(1, request(line("kettle", 1, "99.00")));
        try (Connection blocking = lockTheKettle()) {
            CompletableFuture<Admission> first = admit(intake);

            assertThat(admit(intake).get(60, TimeUnit.SECONDS)).isEqualTo(new InProgress());
            blocking.rollback();
            assertThat(first.get(60, TimeUnit.SECONDS)).isInstanceOf(Placed.class);
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
                List<Admission> both = List.of(here.get(60, TimeUnit.SECONDS), there.get(20, TimeUnit.SECONDS));
                assertThat(both).filteredOn(Placed.class::isInstance).hasSize(1);
                assertThat(both).filteredOn(Replayed.class::isInstance).hasSize(1);
            }
        }
        assertThat(new Marketplace(postgres.store()).reserved("kettle")).isEqualTo(30);
    }

    @Test
    void a_stock_that_falls_short_while_a_group_is_written_is_given_to_those_it_suffices_for() throws Exception {
        new Marketplace(postgres.store()).sells("kettle", "99.00", 1_000);
        List<CompletableFuture<Admission>> answers = new ArrayList<>();
        try (Connection blocking = lockTheKettle()) {
            for (int n = 1; n <= 5; n++) {
                answers.add(admit(intake(n, request(line("kettle", 1, "99.00")))));
            }
            waitForLocks(1);
            Sql.update(blocking, "update stock set on_hand = 3 where sku = 'kettle'");
            blocking.commit();
        }
        int placed = 0;
        for (CompletableFuture<Admission> answer : answers) {
            Admission admission = answer.get(60, TimeUnit.SECONDS);
            assertThat(admission).isInstanceOfAny(Placed.class, Refused.class);
            placed += admission instanceof Placed ? 1 : 0;
        }
        assertThat(placed).isEqualTo(3);
        assertThat(new Marketplace(postgres.store()).reserved("kettle")).isEqualTo(3);
        assertThat(HistoryAudit.of(postgres.dataSource()).verify().firstBreak()).isEmpty();
    }

    @Test
    void one_command_on_two_nodes_of_which_one_knows_the_stock_to_run_out_is_executed_once() throws Exception {
        new Marketplace(postgres.store()).sells("kettle", "99.00", 3);
        Intake contested = intake(3, request(line("kettle", 1, "99.00")));
        try (PostgresStore knowing = PostgresStore.on(postgres.dataSource(), TestPostgres.KEYS)) {
            CompletableFuture<Admission> here;
            CompletableFuture<Admission> there;
            knowing.intake()
                    .admit(intake(1, request(line("kettle", 2, "99.00"))))
                    .toCompletableFuture()
                    .get(60, TimeUnit.SECONDS);
            try (Connection blocking = lockTheKettle()) {
                there = knowing.intake().admit(again(contested)).toCompletableFuture();
                waitForLocks(1);
                here = admit(contested);
                waitForLocks(2);
                blocking.rollback();
            }
            List<Admission> both = List.of(here.get(60, TimeUnit.SECONDS), there.get(60, TimeUnit.SECONDS));
            assertThat(both).filteredOn(Placed.class::isInstance).hasSize(1);
            assertThat(both).filteredOn(Replayed.class::isInstance).hasSize(1);
        }
        assertThat(new Marketplace(postgres.store()).reserved("kettle")).isEqualTo(3);
    }

    private void waitForLocks(int count) throws Exception {
        try (Connection connection = postgres.owner().getConnection()) {
            for (int i = 0; i < 6_000; i++) {
                int waiting =
                        Sql.list(connection, WAITING, row -> row.getInt(1)).get(0);
                if (waiting >= count) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(10);
            }
        }
        throw new AssertionError("nobody waits for a lock");
    }

    @Test
    void who_finds_the_queue_full_is_turned_away_at_once_and_nothing_is_stored() throws Exception {
        new Marketplace(postgres.store()).sells("kettle", "99.00", 1_000);
        IntakeSettings narrow =
                new IntakeSettings(1, 2, Duration.ofSeconds(1), 1, Duration.ZERO, Duration.ofSeconds(1));
        try (PostgresStore store = PostgresStore.on(postgres.dataSource(), TestPostgres.KEYS, narrow)) {
            List<CompletableFuture<Admission>> answers = new ArrayList<>();
            try (Connection blocking = lockTheKettle()) {
                // One is being stored and two wait, whenever the writer gets to it.
                for (int n = 1; n <= 10 || unanswered(answers) < 3; n++) {
                    answers.add(store.intake()
                            .admit(intake(n, request(line("kettle", 1, "99.00"))))
                            .toCompletableFuture());
                }
                assertThat(answers).anyMatch(PostgresIntakeTest::isOverloaded);
                assertThat(store.intake().isFull()).isTrue();
                assertThat(store.intake().turnsAway(new Sku("kettle"))).isTrue();
                blocking.rollback();
            }
            long placed = 0;
            for (CompletableFuture<Admission> answer : answers) {
                placed += answer.get(60, TimeUnit.SECONDS) instanceof Placed ? 1 : 0;
            }
            assertThat(placed).isEqualTo(3);
            assertThat(new Marketplace(store).reserved("kettle")).isEqualTo(placed);
            assertThat(store.intake().waiting()).isZero();
            assertThat(store.intake().turnsAway(new Sku("kettle"))).isFalse();
        }
    }

    private static long unanswered(List<CompletableFuture<Admission>> answers) {
        return answers.stream().filter(answer -> !answer.isDone()).count();
    }

    private static boolean isOverloaded(CompletableFuture<Admission> answer) {
        return answer.getNow(null) instanceof Overloaded;
    }

    @Test
    void a_crowd_at_one_merchant_does_not_shut_out_another() throws Exception {
        new Marketplace(postgres.store()).sells("kettle", "99.00", 1_000);
        new Marketplace(postgres.store()).sells("bowl", new MerchantId("pottery"), "20.00", 1_000);
        IntakeSettings narrow =
                new IntakeSettings(1, 8, Duration.ofSeconds(1), 4, Duration.ZERO, Duration.ofSeconds(1));
        try (PostgresStore store = PostgresStore.on(postgres.dataSource(), TestPostgres.KEYS, narrow)) {
            List<CompletableFuture<Admission>> crowd = new ArrayList<>();
            CompletableFuture<Admission> other;
            try (Connection blocking = lockTheKettle()) {
                for (int n = 1; n <= 20; n++) {
                    crowd.add(store.intake()
                            .admit(intake(n, request(line("kettle", 1, "99.00"))))
                            .toCompletableFuture());
                }
                other = store.intake()
                        .admit(intake(21, request(line("bowl", 1, "20.00"))))
                        .toCompletableFuture();
                assertThat(crowd).anyMatch(PostgresIntakeTest::isOverloaded);
                assertThat(other).isNotDone();
                blocking.rollback();
            }
            assertThat(other.get(60, TimeUnit.SECONDS)).isInstanceOf(Placed.class);
        }
    }

    @Test
    void who_finds_it_sold_out_a_moment_ago_is_refused_without_asking_for_the_stock() throws Exception {
        new Marketplace(postgres.store()).sells("kettle", "99.00", 1);
        Intake first = intake(1, request(line("kettle", 1, "99.00")));
        Placed placed = (Placed) admit(first).get(60, TimeUnit.SECONDS);
        Admission soldOut = refusedWhileTheStockIsLocked();

        assertThat(soldOut)
                .isEqualTo(new Refused(List.of(new LineRefusal(
                        0, new Sku("kettle"), LineRefusal.Reason.INSUFFICIENT_STOCK, yuan("99.00"), 0))));
        assertThat(admit(again(first)).get(60, TimeUnit.SECONDS)).isEqualTo(new Replayed(placed.purchase()));

        postgres.store().stock().apply(List.of(new StockMove(StockMove.Kind.RELEASE, new Sku("kettle"), 1)));
        assertThat(admit(intake(3, request(line("kettle", 1, "99.00")))).get(60, TimeUnit.SECONDS))
                .isInstanceOf(Placed.class);
    }

    @Test
    void what_another_node_brings_back_is_on_offer_again_in_a_moment() throws Exception {
        new Marketplace(postgres.store()).sells("kettle", "99.00", 1);
        assertThat(admit(intake(1, request(line("kettle", 1, "99.00")))).get(60, TimeUnit.SECONDS))
                .isInstanceOf(Placed.class);
        Admission answer = admit(intake(2, request(line("kettle", 1, "99.00")))).get(60, TimeUnit.SECONDS);
        assertThat(answer).isInstanceOf(Refused.class);
        try (PostgresStore other = PostgresStore.on(postgres.dataSource(), TestPostgres.KEYS)) {
            other.stock().apply(List.of(new StockMove(StockMove.Kind.RELEASE, new Sku("kettle"), 1)));
        }
        for (int n = 10; n < 1_000 && !(answer instanceof Placed); n++) {
            answer = admit(intake(n, request(line("kettle", 1, "99.00")))).get(60, TimeUnit.SECONDS);
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(answer).isInstanceOf(Placed.class);
    }

    /** The memory lasts a fifth of a second, so on a slow machine the lock may come too late: it is tried again. */
    private Admission refusedWhileTheStockIsLocked() throws Exception {
        for (int n = 100; n < 150; n++) {
            assertThat(admit(intake(n, request(line("kettle", 1, "99.00")))).get(60, TimeUnit.SECONDS))
                    .isInstanceOf(Refused.class);
            try (Connection blocking = lockTheKettle()) {
                CompletableFuture<Admission> answer = admit(intake(n + 100, request(line("kettle", 1, "99.00"))));
                try {
                    return answer.get(1, TimeUnit.SECONDS);
                } catch (TimeoutException askedTheDatabase) {
                    blocking.rollback();
                    answer.get(60, TimeUnit.SECONDS);
                }
            }
        }
        throw new AssertionError("the stock was asked for every time");
    }

    @Test
    void while_a_commit_is_not_answered_nobody_else_waits_for_one() throws Exception {
        new Marketplace(postgres.store()).sells("kettle", "99.00", 1_000);
        PGSimpleDataSource waiting = postgres.owner();
        waiting.setOptions("-c synchronous_commit=on");
        PostgresTransactions transactions =
                new PostgresTransactions(waiting, null, new CommitBreaker(Duration.ofMillis(200)));
        PostgresIntake intake = new PostgresIntake(
                transactions, new RecipientCipher(TestPostgres.KEYS), new KnownSkus(), IntakeSettings.STANDARD);
        intake.start();
        CompletableFuture<Admission> blocked;
        try (StandbyGone gone = new StandbyGone(postgres.owner())) {
            gone.begin();
            blocked =
                    intake.admit(intake(1, request(line("kettle", 1, "99.00")))).toCompletableFuture();
            for (int i = 0; i < 2_000 && !transactions.isBlocked(); i++) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            CompletableFuture<Admission> refused =
                    intake.admit(intake(2, request(line("kettle", 1, "99.00")))).toCompletableFuture();

            assertThat(refused).isCompletedExceptionally();
            assertThatThrownBy(() -> transactions.write(connection -> 1)).isInstanceOf(StoreUnavailableException.class);
            assertThat(blocked).isNotDone();
        }
        assertThat(blocked.get(60, TimeUnit.SECONDS)).isInstanceOf(Placed.class);
        assertThat(intake.admit(intake(3, request(line("kettle", 1, "99.00"))))
                        .toCompletableFuture()
                        .get(60, TimeUnit.SECONDS))
                .isInstanceOf(Placed.class);
        intake.close();
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
            assertThat(answer.get(60, TimeUnit.SECONDS)).isInstanceOf(Placed.class);
        }
        assertThatThrownBy(() ->
                        admit(intake(21, request(line("kettle", 1, "99.00")))).get(60, TimeUnit.SECONDS))
                .hasCauseInstanceOf(StoreUnavailableException.class);
        assertThat(postgres.store().orders().find(order(20))).isPresent();
    }

    private static Intake again(Intake intake) {
        return new Intake(
                purchase(2),
                intake.request(),
                intake.key(),
                intake.fingerprint(),
                intake.actor(),
                intake.now(),
                intake.payBy());
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
