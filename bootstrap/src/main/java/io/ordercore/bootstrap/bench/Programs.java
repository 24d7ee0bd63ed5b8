package io.ordercore.bootstrap.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Other programs: their command lines, and what they print. */
final class Programs {
    private Programs() {}

    /** A program of our own class path, with the options of this JVM and some more. */
    static List<String> like(List<String> more, String mainClass, List<String> arguments) {
        List<String> options =
                new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
        options.addAll(more);
        return own(options, mainClass, arguments);
    }

    /** Whether this JVM, and whoever is like it, takes its classes from an archive. */
    static boolean isArchived() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .anyMatch(option -> option.startsWith("-XX:SharedArchiveFile="));
    }

    /** A program of our own class path, with options of its own. */
    static List<String> own(List<String> options, String mainClass, List<String> arguments) {
        List<String> command = java(options);
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    private static List<String> java(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        return command;
    }

    /** A text of {@code bootstrap/bench}. */
    static String script(String name) {
        try (InputStream text = Programs.class.getResourceAsStream("/bench/" + name)) {
            if (text == null) {
                throw new BenchException("the class path has no bench/" + name);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BenchException("cannot read bench/" + name, e);
        }
    }

    /** Runs to the end; answers what it printed. */
    static String output(ProcessBuilder program) {
        try {
            Process process = program.redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new BenchException(program.command().get(0) + " failed: " + said.strip());
            }
            return said;
        } catch (IOException e) {
            throw new BenchException("cannot run " + program.command().get(0) + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted", e);
        }
    }
}
