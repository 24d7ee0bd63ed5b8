package badfixture.domain.order;

import java.util.concurrent.atomic.AtomicReference;

public record HasASetter(AtomicReference<String> status) {
    public void setStatus(String next) {
        status.set(next);
    }
}
