package io.ordercore.application.logistics;

import io.ordercore.domain.logistics.tracking.Meaning;

/**
 * One carrier, reached through its own interface. An adapter implements this and the capability interfaces its carrier
 * can honour; it keeps these promises, which {@code CarrierGatewayContract} in the published test-jar checks:
 *
 * <ul>
 *   <li>an expected "no" is a {@link CarrierResult}, never an exception;
 *   <li>the same write with the same {@link IdempotencyKey} takes effect once;
 *   <li>no operation outlives {@link CarrierContext#deadline()};
 *   <li>times keep the carrier's text, and an instant only where the offset is known;
 *   <li>a code without a meaning is {@link Meaning#UNMAPPED}, never a guess;
 *   <li>one bad element never costs the rest of an answer.
 * </ul>
 *
 * Implementations are safe for use by many threads.
 */
public interface CarrierGateway {
    /** What this carrier can do and within which limits. Constant while the adapter lives, and without I/O. */
    CarrierProfile describe();

    /** What one of this carrier's codes says, {@link Meaning#UNMAPPED} if nobody knows. Pure, from a table. */
    Meaning meaningOf(CarrierSignal signal);
}
