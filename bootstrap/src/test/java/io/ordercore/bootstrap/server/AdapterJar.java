package io.ordercore.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A carrier adapter's jar, compiled as an integrator compiles it. */
final class AdapterJar {
    private AdapterJar() {}

    /**
     * Compiles sources into a jar.
     *
     * @param plugin the class that implements {@code CarrierPlugin}
     * @param work a folder for the classes
     */
    static void write(Path jar, String plugin, List<Path> sources, Path work) throws IOException {
        Path classes = Files.createDirectories(work.resolve("classes"));
        String[] arguments = Stream.concat(
                        Stream.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString()),
                        sources.stream().map(Path::toString))
                .toArray(String[]::new);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments))
                .isZero();
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file);
                Stream<Path> compiled = Files.walk(classes)) {
            for (Path each : compiled.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(new JarEntry(classes.relativize(each).toString()));
                entries.write(Files.readAllBytes(each));
            }
            entries.putNextEntry(new JarEntry("META-INF/services/io.ordercore.application.logistics.CarrierPlugin"));
            entries.write((plugin + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
