/**
 * Getting goods to the buyer. Start at {@link io.ordercore.application.logistics.FulfilmentUseCases}.
 */
@NullMarked
package io.ordercore.application.logistics;

import org.jspecify.annotations.NullMarked;
