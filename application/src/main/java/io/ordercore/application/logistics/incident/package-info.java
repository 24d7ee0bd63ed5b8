/** Putting right what goes wrong on the way. Start at {@link io.ordercore.application.logistics.incident.HandleIncidents}. */
@NullMarked
package io.ordercore.application.logistics.incident;

import org.jspecify.annotations.NullMarked;
