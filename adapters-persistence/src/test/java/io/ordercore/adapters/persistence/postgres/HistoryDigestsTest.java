package io.ordercore.adapters.persistence.postgres;

import static io.ordercore.application.testkit.Marketplace.cancelled;
import static io.ordercore.application.testkit.Marketplace.confirmed;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.line;
import static io.ordercore.domain.testkit.Fixtures.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.adapters.persistence.postgres.HistoryDigests.Reason;
import io.ordercore.application.testkit.Marketplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class HistoryDigestsTest {
    @RegisterExtension
    final TestPostgres postgres = new TestPostgres();

    private final HistoryKeys keys = HistoryKeys.generate();

    @BeforeEach
    void two_days_with_an_order_each() {
        Marketplace marketplace = new Marketplace(postgres.store()).sells("kettle", "99.00", 10);
        for (int n = 1; n <= 2; n++) {
            marketplace.save(cancelled(marketplace.save(confirmed(marketplace.place(n, line("kettle", 1, "99.00"))))));
            assertThat(digests().sign(TUESDAY_MORNING.plusSeconds(86_400L * n)))
                    .hasValueSatisfying(signed -> assertThat(signed.events()).isEqualTo(5));
        }
    }

    @Test
    void an_untouched_history_is_what_was_signed() {
        assertThat(digests().verify()).isEqualTo(new HistoryDigests.Report(2, java.util.Optional.empty()));
        assertThat(digests().sign(TUESDAY_MORNING))
                .as("nothing has happened since")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update order_event set hash = '\\x00' where sequence = 2 and purchase_id = '%2' | 2 | EVENTS",
                "delete from order_event where sequence = 5 and purchase_id = '%1'               | 1 | EVENTS",
                "delete from order_event where purchase_id = '%2'                                | 2 | EVENTS",
                "update history_digest set events = 4 where number = 2                           | 2 | SIGNATURE",
                "update history_digest set hash = '\\x00' where number = 1                       | 1 | SIGNATURE",
                "delete from history_digest where number = 1                                     | 1 | GAP"
            })
    void a_history_rewritten_by_the_owner_of_the_database_is_found(String tampering, long number, Reason reason)
            throws SQLException {
        postgres.tamper(tampering
                .replace("%1", purchase(1).toString())
                .replace("%2", purchase(2).toString()));

        assertThat(digests().verify().firstBreak()).hasValueSatisfying(broken -> {
            assertThat(broken.number()).isEqualTo(number);
            assertThat(broken.reason()).isEqualTo(reason);
        });
    }

    @Test
    void a_whole_order_that_vanished_breaks_no_chain_but_a_digest() throws SQLException {
        postgres.tamper("delete from order_event where purchase_id = '" + purchase(2) + "'");
        postgres.tamper("delete from orders where purchase_id = '" + purchase(2) + "'");

        assertThat(HistoryAudit.of(postgres.dataSource()).verify().firstBreak()).isEmpty();
        assertThat(digests().verify().firstBreak()).isPresent();
    }

    @Test
    void nobody_signs_in_our_name() {
        assertThat(HistoryDigests.on(postgres.dataSource(), HistoryKeys.generate())
                        .verify()
                        .firstBreak())
                .hasValueSatisfying(broken -> assertThat(broken.reason()).isEqualTo(Reason.SIGNATURE));
    }

    @Test
    void the_servers_sessions_cannot_touch_a_digest() throws SQLException {
        try (Connection connection = postgres.dataSource().getConnection()) {
            assertThatThrownBy(() -> Sql.update(connection, "delete from history_digest"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void the_key_is_kept_in_a_file_that_only_its_owner_reads(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("history-key.json");
        HistoryKeys made = HistoryKeys.fromFileOrNew(file);
        byte[] text = {1, 2, 3};

        assertThat(HistoryKeys.fromFileOrNew(file).isSigned(text, made.sign(text)))
                .isTrue();
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThatThrownBy(() -> HistoryKeys.fromFile(directory.resolve("none")))
                .isInstanceOf(IOException.class);
    }

    private HistoryDigests digests() {
        return HistoryDigests.on(postgres.dataSource(), keys);
    }
}
