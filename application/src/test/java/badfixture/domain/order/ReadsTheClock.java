package badfixture.domain.order;

import java.time.Instant;

public record ReadsTheClock(Instant placedAt) {
    public static ReadsTheClock placed() {
        return new ReadsTheClock(Instant.now());
    }
}
