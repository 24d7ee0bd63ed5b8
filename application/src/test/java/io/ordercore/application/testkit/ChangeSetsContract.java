package io.ordercore.application.testkit;

import static io.ordercore.domain.testkit.Fixtures.LI_HERSELF;
import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static io.ordercore.domain.testkit.Fixtures.anOrder;
import static io.ordercore.domain.testkit.Fixtures.offer;
import static io.ordercore.domain.testkit.Fixtures.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.modification.ChangeSet;
import io.ordercore.domain.modification.ChangeSetDecision;
import io.ordercore.domain.modification.ChangeSetId;
import io.ordercore.domain.modification.ChangeSetRefusal;
import io.ordercore.domain.modification.ChangeSetStatus;
import io.ordercore.domain.modification.ModificationPolicy;
import io.ordercore.domain.modification.Quote;
import io.ordercore.domain.modification.Quoting;
import io.ordercore.domain.modification.RequestedChange;
import io.ordercore.domain.modification.Standing;
import io.ordercore.domain.modification.Tariff;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.SkuFacts;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Address;
import io.ordercore.domain.party.DeliveryWindow;
import io.ordercore.domain.party.PhoneNumber;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link io.ordercore.application.modification.ChangeSets} promises. */
public abstract class ChangeSetsContract extends StoreContract {
    @Test
    void what_was_saved_is_found_again_in_full() {
        ChangeSet asked = asked(1, 1);
        store.changeSets().save(asked);

        assertThat(store.changeSets().find(asked.id())).contains(asked);

        ChangeSet agreed = agreed(asked);
        store.changeSets().save(agreed);

        assertThat(store.changeSets().find(asked.id())).contains(agreed);
        assertThat(store.changeSets().of(order(1))).containsExactly(agreed);
        assertThat(store.changeSets().of(order(2))).isEmpty();
    }

    @Test
    void a_second_open_one_of_the_same_order_is_refused() {
        ChangeSet first = asked(1, 1);
        store.changeSets().save(first);

        assertThatThrownBy(() -> store.changeSets().save(asked(2, 1))).isInstanceOf(StaleVersionException.class);
        store.changeSets().save(asked(3, 2));
        store.changeSets().save(first.expired(Actor.system("deadline"), TUESDAY_MORNING));
        store.changeSets().save(asked(4, 1));

        assertThat(store.changeSets().of(order(1)))
                .extracting(ChangeSet::status)
                .containsExactlyInAnyOrder(ChangeSetStatus.EXPIRED, ChangeSetStatus.AWAITING_BUYER);
    }

    @Test
    void a_stale_save_is_refused() {
        ChangeSet asked = asked(1, 1);
        store.changeSets().save(asked);
        store.changeSets().save(agreed(asked));

        assertThatThrownBy(() -> store.changeSets().save(asked)).isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> store.changeSets().save(asked.expired(Actor.system("deadline"), TUESDAY_MORNING)))
                .isInstanceOf(StaleVersionException.class);
    }

    @Test
    void those_whose_quote_has_ended_are_found_while_they_are_open() {
        ChangeSet asked = asked(1, 1);
        store.changeSets().save(asked);

        assertThat(store.changeSets().over(asked.quote().until().minusSeconds(1), 10))
                .isEmpty();
        assertThat(store.changeSets().over(asked.quote().until(), 10)).containsExactly(asked.id());
        assertThat(store.changeSets().in(ChangeSetStatus.AWAITING_BUYER, 10)).containsExactly(asked);
        store.changeSets().save(asked.expired(Actor.system("deadline"), TUESDAY_MORNING));
        assertThat(store.changeSets().over(asked.quote().until(), 10)).isEmpty();
    }

    private static ChangeSet agreed(ChangeSet asked) {
        return asked.consent(LI_HERSELF, null, TUESDAY_MORNING).decide(new ChangeSetDecision.Cases<>() {
            @Override
            public ChangeSet changed(ChangeSet changed) {
                return changed;
            }

            @Override
            public ChangeSet refused(ChangeSetRefusal reason) {
                throw new AssertionError("refused: " + reason);
            }
        });
    }

    /** The n-th change set of a test, with one change of every kind that a quote can hold together. */
    private static ChangeSet asked(long n, long orderNumber) {
        Order order = anOrder()
                .id(order(orderNumber))
                .with("kettle", 2, "99.00")
                .with("cup", 3, "10.00")
                .with("pot", 1, "5.00")
                .paid()
                .build();
        ChangeSetId id = new ChangeSetId(new UUID(7, n));
        Quoting.Request request = new Quoting.Request(
                id.toString(),
                List.of(
                        RequestedChange.swap(1, 1, new Sku("red-kettle")),
                        RequestedChange.more(2, 1),
                        RequestedChange.drop(3),
                        RequestedChange.add(new Sku("tray"), 1),
                        RequestedChange.address(new Address("CN", "Beijing", "Beijing", "", "2 Gate Street", "100000")),
                        RequestedChange.contact("Wang Wei", new PhoneNumber("+86 139 0000 0000")),
                        RequestedChange.deliverWithin(
                                new DeliveryWindow(TUESDAY_MORNING, TUESDAY_MORNING.plusSeconds(3600))),
                        RequestedChange.note("ring twice")),
                LI_HERSELF.because("MOVED_HOUSE"),
                "call-17",
                null,
                TUESDAY_MORNING.plusSeconds(1800));
        Quote quote = Quoting.by(ModificationPolicy.STANDARD, Tariff.STANDARD)
                .quote(
                        request,
                        Standing.of(order),
                        sku -> new SkuFacts(offer(sku.value(), TEA_HOUSE, "10.00"), 100),
                        TUESDAY_MORNING);
        assertThat(quote.isFeasible()).isTrue();
        return ChangeSet.quoted(id, order.id(), request, quote, false, TUESDAY_MORNING.plusSeconds(n));
    }
}
