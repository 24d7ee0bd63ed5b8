package badfixture.domain.order;

import java.util.UUID;

public record DrawsLots(UUID id) {
    public static DrawsLots placed() {
        return new DrawsLots(UUID.randomUUID());
    }
}
