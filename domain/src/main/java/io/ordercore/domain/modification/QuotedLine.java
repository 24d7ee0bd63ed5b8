package io.ordercore.domain.modification;

import io.ordercore.domain.catalog.Sku;
import org.joda.money.Money;

/**
 * What happens to one line.
 *
 * @param line its number; 0 for a new one
 * @param before units before, cancelled ones not counted
 * @param after units after
 * @param difference what the goods cost more (or less) than before
 */
public record QuotedLine(int line, Sku sku, String title, Money unitPrice, int before, int after, Money difference) {}
