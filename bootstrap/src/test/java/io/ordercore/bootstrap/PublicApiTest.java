package io.ordercore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.adapters.persistence.memory.MemoryStore;
import io.ordercore.application.Ordercore;
import io.ordercore.application.payment.SimulatedPaymentGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * Keeps {@code docs/guides/public-api.md} in step with the public types: every one of them, what it is to an embedder, and the
 * first sentence of its Javadoc. {@code -Dpublic-api=write} writes the page anew.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PublicApiTest {
    private static final Path PAGE = Path.of("..", "docs", "guides", "public-api.md");
    private static final List<String> MODULES = List.of(
            "application",
            "domain",
            "adapters-persistence",
            "adapters-logistics",
            "adapters-catalog",
            "adapters-inspection",
            "adapters-rest");
    private static final Pattern PUBLIC = Pattern.compile(
            "^public (?:(?:abstract|final|sealed|non-sealed) )*(?:class|interface|record|enum|@interface) (\\w+)",
            Pattern.MULTILINE);
    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    private static final String HEAD = """
            # What an embedder may call

            Every public type, class by class; whatever is not here is package-private. `PublicApiTest` holds this page to the sources: after a
            change, `mvn -pl bootstrap -am test -Dtest=PublicApiTest -Dsurefire.failIfNoSpecifiedTests=false -Dpublic-api=write` writes it anew.

            | you | |
            |---|---|
            | call | a use case; `Ordercore` hands it out |
            | open | a door: it leads to use cases, or makes what `Ordercore` is built from |
            | give | an interface the core calls: a store's port, a gateway, a listener; ready ones are in the adapters |
            | hold | a value: commands, answers, states, policies |
            | catch | what is thrown when a promise is broken; an expected no is a value |
            | register | on a Jakarta REST runtime; `OrdercoreRest` lists them |
            """;

    private final Set<Class<?>> useCases = Ordercore.on(new MemoryStore())
            .payments(new SimulatedPaymentGateway(URI.create("https://shop.example/challenges")))
            .build()
            .useCases()
            .keySet();

    @Test
    void the_page_names_every_public_type_and_no_other() throws Exception {
        String page = page();
        if ("write".equals(System.getProperty("public-api"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE).lines())
                .as("public-api.md; its first lines say how it is written anew")
                .containsExactlyElementsOf(page.lines().toList());
    }

    private String page() throws Exception {
        StringBuilder page = new StringBuilder(HEAD);
        for (String module : MODULES) {
            page.append("\n## `ordercore-").append(module).append("`\n");
            for (Map.Entry<String, List<Path>> entry : packages(module).entrySet()) {
                StringBuilder rows = new StringBuilder();
                for (Path file : entry.getValue()) {
                    row(entry.getKey(), file).forEach(rows::append);
                }
                if (!rows.isEmpty()) {
                    page.append("\n### `").append(entry.getKey()).append("`\n| | you | |\n|---|---|---|\n");
                    page.append(rows);
                }
            }
        }
        return page.toString();
    }

    private static Map<String, List<Path>> packages(String module) throws IOException {
        Path root = Path.of("..", module, "src", "main", "java");
        Map<String, List<Path>> packages = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                    .sorted()
                    .forEach(file -> packages.merge(
                            root.relativize(file.getParent()).toString().replace('/', '.'),
                            List.of(file),
                            (some, more) ->
                                    Stream.concat(some.stream(), more.stream()).toList()));
        }
        return packages;
    }

    private Stream<String> row(String of, Path file) throws ClassNotFoundException {
        String source = read(file);
        Matcher type = PUBLIC.matcher(source);
        if (!type.find()) {
            return Stream.empty();
        }
        Class<?> found =
                Class.forName(of + "." + type.group(1), false, getClass().getClassLoader());
        return Stream.of("| [`%s`](../%s) | %s | %s |%n"
                .formatted(
                        type.group(1),
                        file.toString().replace('\\', '/'),
                        use(found),
                        firstSentence(source.substring(0, type.start()))));
    }

    private String use(Class<?> type) {
        if (type.getPackageName().startsWith("io.ordercore.adapters.rest")) {
            return "register";
        }
        if (useCases.contains(type)) {
            return "call";
        }
        if (Throwable.class.isAssignableFrom(type)) {
            return "catch";
        }
        if (type.getSimpleName().endsWith("UseCases")
                || type == Ordercore.class
                || AutoCloseable.class.isAssignableFrom(type)) {
            return "open";
        }
        return type.isInterface() && !type.isSealed() && type.getPackageName().startsWith("io.ordercore.application")
                ? "give"
                : "hold";
    }

    /** Of the last comment before the type, in the words a table can hold. */
    private static String firstSentence(String before) {
        String comment = "";
        for (Matcher matcher = COMMENT.matcher(before); matcher.find(); ) {
            comment = matcher.group(1);
        }
        String text = comment.replaceAll("(?m)^\\s*\\* ?", "")
                .replaceAll("(?s)\\n\\s*\\n.*|\\n@.*|<(p|ul|pre|ol).*", "")
                .replaceAll("\\{@(?:code|link|linkplain|value) ([^}#\\s]*#)?([^}]*)}", "`$2`")
                .replaceAll("\\s+", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("|", "\\|")
                .strip();
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
