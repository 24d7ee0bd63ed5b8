package io.ordercore.domain.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Facts for evaluation that are kept beside the repository, not in it: their licences differ. Tests run without them. */
public final class SharedData {
    private SharedData() {}

    /** The path under the folder {@code shared} nearest above the working directory; skips the test where there is none. */
    public static Path require(String relative) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path found = at.resolve("shared").resolve(relative);
            if (Files.exists(found)) {
                return found;
            }
        }
        Assumptions.abort("evaluation data is not beside the repository: shared/" + relative);
        throw new AssertionError("unreachable");
    }
}
