package io.ordercore.domain.logistics.arrival;

import java.time.Instant;

/**
 * When an order should arrive.
 *
 * @param expected half of such orders arrive earlier
 * @param promised nine in ten arrive earlier
 * @param asOf when this was said
 */
public record ArrivalForecast(Instant expected, Instant promised, Instant asOf) {}
