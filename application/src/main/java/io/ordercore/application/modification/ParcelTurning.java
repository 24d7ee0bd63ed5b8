package io.ordercore.application.modification;

import io.ordercore.application.Ids;
import io.ordercore.application.Store;
import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.FulfilmentId;
import io.ordercore.domain.logistics.intercept.Aim;
import io.ordercore.domain.logistics.intercept.Interception;
import io.ordercore.domain.logistics.intercept.InterceptionId;
import io.ordercore.domain.modification.Alternative;
import io.ordercore.domain.modification.ChangeSet;
import io.ordercore.domain.modification.Contact;
import io.ordercore.domain.modification.FeeKind;
import io.ordercore.domain.modification.ModificationPolicy;
import io.ordercore.domain.modification.Quote;
import io.ordercore.domain.modification.RequestedChange;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.DeliveryWindow;
import io.ordercore.domain.party.Recipient;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Has parcels stopped or turned that an agreed change is about: from here on it is a saga with the carrier, parcel by parcel. */
final class ParcelTurning {
    private final Store store;
    private final Ids ids;

    ParcelTurning(Store store, Ids ids) {
        this.store = store;
        this.ids = ids;
    }

    void begin(ChangeSet changeSet, Quote quote, Order order, ModificationPolicy policy, Instant now) {
        Alternative way = quote.way();
        Optional<Aim> aim = way == null ? Optional.empty() : way.aim();
        if (way == null || aim.isEmpty()) {
            return;
        }
        Interception.Terms cost = new Interception.Terms(
                fee(order, policy, way, FeeKind.INTERCEPT),
                fee(order, policy, way, FeeKind.RESHIP),
                policy.refundedOn(FeeKind.INTERCEPT));
        quote.parcels().forEach((number, resends) -> {
            Fulfilment parcel = store.fulfilments()
                    .find(new FulfilmentId(order.id(), number))
                    .orElseThrow();
            store.interceptions()
                    .save(Interception.requested(
                            new InterceptionId(ids.next()),
                            parcel.id(),
                            Objects.requireNonNull(parcel.handover(), "a parcel on the road has a carrier"),
                            aim.get(),
                            aim.get() == Aim.REDIRECT ? redirected(order, changeSet.changes()) : null,
                            aim.get() == Aim.RESCHEDULE ? wanted(changeSet.changes()) : null,
                            resends,
                            cost,
                            changeSet.id().toString(),
                            changeSet.requestedBy(),
                            now));
        });
    }

    private static Money fee(Order order, ModificationPolicy policy, Alternative way, FeeKind kind) {
        CurrencyUnit currency = order.snapshot().shipping().getCurrencyUnit();
        Money nothing = Money.zero(currency);
        return way.fees().contains(kind) ? policy.fee(kind, currency).orElse(nothing) : nothing;
    }

    private static @Nullable DeliveryWindow wanted(List<RequestedChange> changes) {
        return changes.stream()
                .flatMap(change -> Optional.ofNullable(change.window()).stream())
                .findFirst()
                .orElse(null);
    }

    private static Recipient redirected(Order order, List<RequestedChange> wanted) {
        Recipient to = order.recipient();
        for (RequestedChange change : wanted) {
            Contact contact = change.contact();
            Address address = change.address();
            to = new Recipient(
                    contact == null ? to.name() : contact.name(),
                    contact == null ? to.phone() : contact.phone(),
                    address == null ? to.address() : address);
        }
        return to;
    }
}
