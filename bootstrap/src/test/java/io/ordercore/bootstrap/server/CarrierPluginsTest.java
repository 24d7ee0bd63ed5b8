package io.ordercore.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.logistics.CallBudgets;
import io.ordercore.application.logistics.Carriers;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CarrierPluginsTest {
    private static final CarrierCode ACME = new CarrierCode("acme");
    private static final String SOURCE = """
            package acme;

            import io.ordercore.application.logistics.*;
            import io.ordercore.domain.logistics.tracking.*;
            import java.util.*;

            public final class Plugin implements CarrierPlugin {
                public CarrierCode code() { return new CarrierCode("acme"); }

                public CarrierGateway connect(Map<String, String> settings, CallBudgets budgets, java.time.Clock clock) {
                    String name = settings.getOrDefault("name", "");
                    return new CarrierGateway() {
                        public CarrierProfile describe() {
                            return new CarrierProfile(code(), name, Set.of(), 1, Set.of(), null,
                                    CarrierProfile.CallBudget.UNPUBLISHED, List.of());
                        }

                        public Meaning meaningOf(CarrierSignal signal) { return Meaning.UNMAPPED; }
                    };
                }
            }
            """;

    @TempDir
    Path data = Path.of("");

    private final Carriers carriers = new Carriers(List.of());
    private CarrierPlugins plugins = new CarrierPlugins(data, carriers, CallBudgets.unlimited(), Clock.systemUTC());

    @BeforeEach
    void watchTheTemporaryFolder() {
        plugins = new CarrierPlugins(data, carriers, CallBudgets.unlimited(), Clock.systemUTC());
    }

    @AfterEach
    void close() throws IOException {
        plugins.close();
    }

    @Test
    void a_jar_dropped_in_is_connected_with_its_settings() throws IOException {
        plugins.look();
        assertThat(carriers.find(ACME)).isNull();

        Files.writeString(data.resolve("carriers.properties"), "acme.name = Acme Express\n");
        jar(Files.createDirectories(data.resolve("plugins")).resolve("acme.jar"));
        plugins.look();
        plugins.look();

        assertThat(Objects.requireNonNull(carriers.find(ACME)).profile().displayName())
                .isEqualTo("Acme Express");
    }

    @Test
    void half_a_copy_does_no_harm_and_the_whole_one_is_connected() throws IOException {
        Path jar = Files.createDirectories(data.resolve("plugins")).resolve("acme.jar");
        Files.writeString(jar, "not yet a jar");
        plugins.look();
        assertThat(carriers.all()).isEmpty();

        jar(jar);
        plugins.look();

        assertThat(carriers.find(ACME)).isNotNull();
    }

    private void jar(Path jar) throws IOException {
        Path source = Files.createDirectories(data.resolve("source/acme")).resolve("Plugin.java");
        Files.writeString(source, SOURCE);
        AdapterJar.write(jar, "acme.Plugin", List.of(source), data.resolve("work"));
    }
}
