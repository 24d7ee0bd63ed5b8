package io.ordercore.adapters.persistence.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a short-lived program to its end. Every program sees the locale C, whatever the host's is. */
final class Commands {
    private static final long LIMIT_SECONDS = 120;

    private Commands() {}

    /** Whether the program exists and ends with 0; its output is dropped. */
    static boolean succeeds(List<String> command) {
        try {
            Process process = prepared(command)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return ended(process, command) == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    /**
     * Runs the program with the given text on its standard input.
     *
     * @throws EmbeddedPostgresException with the program's own words when it ends with anything but 0
     */
    static void run(List<String> command, String input) throws IOException {
        Process process = prepared(command).start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output;
        try (InputStream stdout = process.getInputStream()) {
            output = new String(stdout.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (ended(process, command) != 0) {
            throw new EmbeddedPostgresException(String.join(" ", command) + " failed: " + output.strip());
        }
    }

    private static ProcessBuilder prepared(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.directory(Path.of("/").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private static int ended(Process process, List<String> command) {
        try {
            if (process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            throw new UncheckedIOException(
                    new IOException(command.get(0) + " took longer than " + LIMIT_SECONDS + " s"));
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("Interrupted while waiting for " + command.get(0) + ".", e);
        }
    }
}
