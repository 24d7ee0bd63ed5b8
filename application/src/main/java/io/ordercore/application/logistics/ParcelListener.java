package io.ordercore.application.logistics;

import io.ordercore.domain.logistics.tracking.Parcel;

/** Reacts when a carrier was heard, in the transaction that stores what it said. */
@FunctionalInterface
public interface ParcelListener {
    void heard(Parcel before, Parcel after);
}
