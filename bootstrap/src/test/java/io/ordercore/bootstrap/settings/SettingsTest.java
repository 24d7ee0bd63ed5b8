package io.ordercore.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.payment.FailureModes;
import io.ordercore.domain.payment.PaymentTransaction.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SettingsTest {
    @TempDir
    Path directory;

    @Test
    void nothing_set_is_dev_on_the_loopback_with_the_embedded_database() {
        Settings settings = settings(Map.of());
        assertThat(settings.profile()).isEqualTo(Profile.DEV);
        assertThat(settings.url()).isEqualTo("http://127.0.0.1:8080");
        assertThat(settings.database()).isNull();
        assertThat(settings.dataDirectory()).isAbsolute().hasFileName("data");
    }

    @Test
    void a_property_beats_the_environment_and_the_environment_beats_the_file() throws Exception {
        Path file = directory.resolve("ordercore.properties");
        Files.writeString(file, "ordercore.port = 1\nordercore.data-dir = /from/file\nordercore.db-user = file\n");
        Properties properties = new Properties();
        properties.setProperty("ordercore.port", "3");
        Settings settings = Settings.from(SettingSource.of(
                properties,
                Map.of("ORDERCORE_CONFIG", file.toString(), "ORDERCORE_PORT", "2", "ORDERCORE_DATA_DIR", "/from/env")));
        assertThat(settings.port()).isEqualTo(3);
        assertThat(settings.dataDirectory()).isEqualTo(Path.of("/from/env"));
    }

    @ParameterizedTest
    @CsvSource({
        ", false, true",
        "none, false, false",
        "'capture, REFUND', true, true",
        "authorize, false, false",
    })
    void what_fails_open_is_set_per_operation(@Nullable String setting, boolean capture, boolean refund) {
        FailureModes modes = settings(setting == null ? Map.of() : Map.of("ORDERCORE_PAYMENT_FAIL_OPEN", setting))
                .paymentChecks()
                .whileSilent();
        assertThat(modes.isOpen(Kind.CAPTURE)).isEqualTo(capture);
        assertThat(modes.isOpen(Kind.REFUND)).isEqualTo(refund);
    }

    @ParameterizedTest
    @CsvSource({
        "ORDERCORE_PORT, 0",
        "ORDERCORE_PORT, http",
        "ORDERCORE_TIMER_MILLIS, 49",
        "ORDERCORE_PROFILE, test",
        "ORDERCORE_DB_URL, mysql://x",
        "ORDERCORE_HOST, 0.0.0.0",
        "ORDERCORE_TLS_KEY, /only/one",
        "ORDERCORE_PAYMENT_CHECK_URL, http://risk.example/",
        "ORDERCORE_PAYMENT_FAIL_OPEN, dispute",
        "ORDERCORE_CONFIG, /no/such/file"
    })
    void a_wrong_setting_is_named(String variable, String value) {
        assertThatThrownBy(() -> settings(Map.of(variable, value)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining(variable.replace("TLS_KEY", "TLS_"));
    }

    @Test
    void prod_needs_an_issuer_its_key_and_a_key_set() throws Exception {
        assertThatThrownBy(() -> settings(Map.of("ORDERCORE_PROFILE", "prod")))
                .hasMessageContaining("ORDERCORE_KEYSET_FILE");
        assertThatThrownBy(() -> settings(Map.of("ORDERCORE_PROFILE", "prod", "ORDERCORE_KEYSET_FILE", "/k")))
                .hasMessageContaining("ORDERCORE_JWT_ISSUER");
        Path key = Files.writeString(directory.resolve("key.pem"), "");
        Settings settings = settings(Map.of(
                "ORDERCORE_PROFILE", "prod",
                "ORDERCORE_KEYSET_FILE", "/k",
                "ORDERCORE_JWT_ISSUER", "https://id.example",
                "ORDERCORE_JWT_KEY_FILE", key.toString()));
        assertThat(settings.issuer())
                .isEqualTo(new Settings.Issuer("https://id.example", "ordercore", key.toString(), false));
        assertThat(settings.host()).isEqualTo("0.0.0.0");
    }

    @Test
    void a_password_never_shows() {
        assertThat(new Settings.Database("jdbc:postgresql://db/x", "me", "secret").toString())
                .doesNotContain("secret");
    }

    private static Settings settings(Map<String, String> environment) {
        return Settings.from(SettingSource.of(new Properties(), environment));
    }
}
