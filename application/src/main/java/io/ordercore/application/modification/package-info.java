/**
 * Changing an order after it was placed. Start at {@link io.ordercore.application.modification.ModificationUseCases}. Adapters
 * implement {@link io.ordercore.application.modification.ChangeSets}; whoever tracks parcels tells {@link
 * io.ordercore.application.modification.Parcels}.
 *
 * <p>The release barrier is a handshake: a change to goods the warehouse holds waits for its approval ({@link
 * io.ordercore.application.modification.AnswerModification}), and is done in the transaction that takes the fulfilment back. An
 * order has one version, so a change and a ship confirmation cannot both win. No answer in time is a no.
 */
@NullMarked
package io.ordercore.application.modification;

import org.jspecify.annotations.NullMarked;
