package io.ordercore.adapters.persistence.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The migration scripts on the class path, as one fingerprint. */
final class SchemaScripts {
    private static final String ENDING = ".sql";

    private SchemaScripts() {}

    /**
     * SHA-256 over the names and texts of all scripts in the folder, 64 hexadecimal digits; empty where the class path cannot
     * be listed.
     */
    static String fingerprint(String folder) {
        ClassLoader loader = SchemaScripts.class.getClassLoader();
        try {
            NavigableSet<String> names = new TreeSet<>();
            for (URL place : Collections.list(loader.getResources(folder))) {
                names.addAll(scriptsAt(place, folder));
            }
            if (names.isEmpty()) {
                return "";
            }
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : names) {
                digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
                try (InputStream text = loader.getResourceAsStream(folder + "/" + name)) {
                    digest.update(text == null ? new byte[0] : text.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static NavigableSet<String> scriptsAt(URL place, String folder) throws IOException {
        NavigableSet<String> names = new TreeSet<>();
        if (place.getProtocol().equals("file")) {
            try (Stream<Path> files = Files.list(Path.of(URI.create(place.toString())))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(ENDING))
                        .forEach(names::add);
            }
        } else if (place.openConnection() instanceof JarURLConnection jar) {
            jar.getJarFile().stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(folder + "/") && name.endsWith(ENDING))
                    .map(name -> name.substring(folder.length() + 1))
                    .forEach(names::add);
        }
        return names;
    }
}
