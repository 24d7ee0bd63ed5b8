package io.ordercore.application.logistics;

import io.ordercore.application.logistics.ReceivesPushes.CarrierPush;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import java.time.Instant;
import java.util.function.Consumer;

/** What carriers pushed, the raw bytes, until it is processed and for evidence afterwards. */
public interface PushLog {
    /** Keeps a genuine push; the same bytes again are nothing new. */
    void keep(Kept push);

    /** Counts a push that was refused for its signature. */
    void refused(CarrierCode carrier, Instant at);

    /** How many were refused since {@code from}. */
    long refusedSince(CarrierCode carrier, Instant from);

    /**
     * Gives what is not yet processed to {@code work}, the oldest first, each in the transaction that remembers it as processed,
     * and never to two nodes at once. What fails is put aside with its failure and does not hold up the others.
     *
     * @return how many were dealt with
     */
    int process(int limit, Consumer<Kept> work);

    /** A push as it came. */
    record Kept(CarrierCode carrier, CarrierPush push, Instant receivedAt) {}
}
