/** Booking carriers: start at {@link io.ordercore.application.logistics.carriage.BookCarriage}. */
@NullMarked
package io.ordercore.application.logistics.carriage;

import org.jspecify.annotations.NullMarked;
