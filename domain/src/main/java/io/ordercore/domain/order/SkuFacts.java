package io.ordercore.domain.order;

import io.ordercore.domain.catalog.Offer;

/**
 * What decides whether a SKU can be ordered now.
 *
 * @param available units in stock that are promised to nobody
 */
public record SkuFacts(Offer offer, long available) {}
