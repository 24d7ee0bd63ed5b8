package io.ordercore.domain.logistics.arrival;

import java.util.Set;

/**
 * What a buyer was told first, while the goods were still with the merchant.
 *
 * @param said when they should arrive
 * @param lines the highest line number there was then: goods sent later instead of others were not promised
 */
public record ArrivalPromise(ArrivalForecast said, int lines) {
    /** Whether it was said of any of these lines. */
    public boolean covers(Set<Integer> shipped) {
        return shipped.stream().anyMatch(line -> line <= lines);
    }
}
