package io.ordercore.domain.logistics.intercept;

import io.ordercore.domain.order.OrderModification.AddedLine;
import org.jspecify.annotations.Nullable;

/**
 * What is sent once a parcel is back: instead of {@code units} of a line, other goods at their price.
 *
 * @param instead null for the same again, for exactly what was paid
 */
public record Resend(int line, int units, @Nullable AddedLine instead) {}
