package badfixture.domain.order;

import java.nio.file.Path;

public record ReadsAFile(Path price) {}
