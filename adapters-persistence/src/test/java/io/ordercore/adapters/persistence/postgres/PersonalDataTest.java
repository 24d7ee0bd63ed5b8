package io.ordercore.adapters.persistence.postgres;

import static io.ordercore.domain.testkit.Fixtures.CNY;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.line;
import static io.ordercore.domain.testkit.Fixtures.order;
import static io.ordercore.domain.testkit.Fixtures.purchase;
import static io.ordercore.domain.testkit.Fixtures.yuan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.CommandKey;
import io.ordercore.application.CommandLog;
import io.ordercore.application.testkit.Marketplace;
import io.ordercore.domain.payment.PaymentDecision;
import io.ordercore.domain.payment.PaymentIntent;
import io.ordercore.domain.payment.TransactionId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class PersonalDataTest {
    @RegisterExtension
    final TestPostgres postgres = new TestPostgres();

    @Test
    void nothing_in_the_database_shows_a_name_a_phone_an_address_or_a_token() throws SQLException {
        place(1);
        PaymentIntent.of(purchase(1), CNY)
                .authorize(
                        new TransactionId(new UUID(0, 1)),
                        "tok_secret",
                        Map.of(order(1), yuan("99.00")),
                        TUESDAY_MORNING)
                .decide(new PaymentDecision.Cases<Void>() {
                    @Override
                    public Void changed(PaymentDecision.Changed it) {
                        postgres.store().payments().save(it.intent(), 0);
                        return null;
                    }

                    @Override
                    public Void refused(PaymentDecision.Refused it) {
                        throw new AssertionError("refused: " + it.reasons());
                    }
                });

        for (String table : List.of("orders", "order_event", "command", "payment")) {
            for (String row : ask("select t::text from " + table + " t")) {
                assertThat(row).doesNotContain("Li Na", "13800000000", "Lake", "Hangzhou", "tok_secret");
            }
        }
        for (String cipher : ask("select encode(recipient, 'escape') from orders")) {
            assertThat(cipher).doesNotContain("Li Na", "Lake");
        }
    }

    @Test
    void what_a_command_was_answered_is_kept_encrypted() throws SQLException {
        CommandKey key = new CommandKey("merchant-1", "once");
        postgres.store().transactions().run(() -> {
            postgres.store().commands().claim(key, "f", TUESDAY_MORNING);
            postgres.store().commands().record(key, "{\"secret\":\"whsec_told_once\"}");
        });
        assertThat(ask("select t::text from command t")).hasSize(1).noneMatch(row -> row.contains("whsec"));
        postgres.store()
                .transactions()
                .run(() -> assertThat(postgres.store().commands().claim(key, "f", TUESDAY_MORNING))
                        .isEqualTo(new CommandLog.Replay("{\"secret\":\"whsec_told_once\"}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not JSON", "[]", "{\"encryption\":{},\"search\":7}"})
    void a_file_that_holds_no_keys_is_refused_as_such(String damaged, @TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("keyset.json"), damaged);

        assertThatThrownBy(() -> PersonalDataKeys.fromFileOrNew(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("keyset.json");
    }

    @Test
    void the_environment_may_name_the_file_of_keys(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("keyset.json");
        assertThatThrownBy(PersonalDataKeys::fromEnvironment).hasMessageContaining("names no file");
        System.setProperty("ordercore.keyset.file", file.toString());
        try {
            assertThatThrownBy(() -> PostgresStore.on(postgres.dataSource())).hasMessageContaining("no keys in");
            TestPostgres.KEYS.writeTo(file);
            place(1);
            try (PostgresStore store = PostgresStore.on(postgres.dataSource())) {
                assertThat(store.orders().find(order(1)).orElseThrow().recipient())
                        .isEqualTo(postgres.store()
                                .orders()
                                .find(order(1))
                                .orElseThrow()
                                .recipient());
            }
        } finally {
            System.clearProperty("ordercore.keyset.file");
        }
    }

    @Test
    void a_cipher_moved_to_another_row_cannot_be_read() throws SQLException {
        place(1);
        place(2);
        postgres.tamper("update orders set recipient = (select recipient from orders where purchase_id = '"
                + purchase(1) + "') where purchase_id = '" + purchase(2) + "'");

        assertThat(postgres.store().orders().find(order(1))).isPresent();
        assertThatThrownBy(() -> postgres.store().orders().find(order(2)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot decrypt orders|recipient|" + order(2));
    }

    @Test
    void after_a_rotation_old_rows_are_read_and_new_ones_need_the_new_key(@TempDir Path directory) throws Exception {
        PersonalDataKeys old = PersonalDataKeys.generate();
        old.rotated().writeTo(directory.resolve("keys.json"));
        PersonalDataKeys both = PersonalDataKeys.fromFile(directory.resolve("keys.json"));
        byte[] before = old.encrypt("Li Na", "here");
        byte[] after = both.encrypt("Li Na", "here");

        assertThat(both.decrypt(before, "here")).isEqualTo("Li Na");
        assertThat(both.decrypt(after, "here")).isEqualTo("Li Na");
        assertThatThrownBy(() -> old.decrypt(after, "here")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> both.decrypt(after, "there")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keys_are_made_once_and_are_the_owners_alone(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("secrets/keys.json");
        PersonalDataKeys made = PersonalDataKeys.fromFileOrNew(file);
        byte[] cipher = made.encrypt("Li Na", "here");

        assertThat(PersonalDataKeys.fromFileOrNew(file).decrypt(cipher, "here")).isEqualTo("Li Na");
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(new String(cipher, StandardCharsets.ISO_8859_1)).doesNotContain("Li Na");
        assertThatThrownBy(() -> made.writeTo(file)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(made).hasToString("PersonalDataKeys[…]");
    }

    private void place(long n) {
        if (n == 1) {
            new Marketplace(postgres.store()).sells("kettle", "99.00", 10);
        }
        new Marketplace(postgres.store()).place(n, line("kettle", 1, "99.00"));
    }

    private List<String> ask(String query) throws SQLException {
        try (Connection connection = postgres.owner().getConnection()) {
            return Sql.list(connection, query, row -> row.getString(1));
        }
    }
}
