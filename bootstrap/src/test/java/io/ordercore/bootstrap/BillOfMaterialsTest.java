package io.ordercore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
final class BillOfMaterialsTest {
    private static final String MANAGED = "/project/dependencyManagement/dependencies/dependency";
    private final Path root = root();
    private final Document bill = pom(root.resolve("bootstrap/bom"));

    @Test
    void it_names_every_artefact_made_to_be_embedded_and_nothing_else() {
        List<String> libraries = texts(pom(root), "/project/modules/module").stream()
                .map(module -> pom(root.resolve(module)))
                .filter(it -> texts(it, "/project/packaging").isEmpty()
                        && !texts(it, "/project/properties/not.a.library").contains("true"))
                .flatMap(it -> texts(it, "/project/artifactId").stream())
                .toList();

        assertThat(texts(bill, MANAGED + "[not(type)]/artifactId"))
                .hasSizeGreaterThan(4)
                .containsExactlyInAnyOrderElementsOf(libraries);
        assertThat(texts(bill, MANAGED + "/version")).containsOnly("${project.version}");
    }

    @Test
    void its_version_is_that_of_all() {
        assertThat(texts(bill, "/project/version")).isEqualTo(texts(pom(root), "/project/version"));
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return here.endsWith("bootstrap") ? here.resolveSibling("") : here;
    }

    private static Document pom(Path directory) {
        try (var file = Files.newInputStream(directory.resolve("pom.xml"))) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file);
        } catch (Exception e) {
            throw new AssertionError("no pom in " + directory, e);
        }
    }

    private static List<String> texts(Document pom, String path) {
        try {
            NodeList nodes =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, pom, XPathConstants.NODESET);
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < nodes.getLength(); i++) {
                texts.add(nodes.item(i).getTextContent().strip());
            }
            return texts;
        } catch (Exception e) {
            throw new AssertionError(path, e);
        }
    }
}
