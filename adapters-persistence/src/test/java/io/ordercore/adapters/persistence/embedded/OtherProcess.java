package io.ordercore.adapters.persistence.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** A program of these tests in a process of its own. */
final class OtherProcess {
    private OtherProcess() {}

    static Process running(Class<?> program, Path directory) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
