package io.ordercore.application.testkit;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Routes of a fixtures folder. */
final class Fixtures {
    private Fixtures() {}

    /** Gives the stub the answers that are always the same, from {@code routes.properties}. */
    static void route(HttpStub stub, Path fixtures) {
        Path file = fixtures.resolve("routes.properties");
        if (!Files.exists(file)) {
            return;
        }
        Properties routes = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            routes.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String path : routes.stringPropertyNames()) {
            stub.route(
                    path,
                    HttpStub.Answer.of(
                            200,
                            CarrierCase.text(
                                    fixtures.resolve(routes.getProperty(path).strip()))));
        }
    }
}
