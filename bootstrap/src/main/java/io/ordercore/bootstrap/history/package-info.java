/** Proving the order history: {@link io.ordercore.bootstrap.history.VerifyHistoryCommand}. */
@NullMarked
package io.ordercore.bootstrap.history;

import org.jspecify.annotations.NullMarked;
