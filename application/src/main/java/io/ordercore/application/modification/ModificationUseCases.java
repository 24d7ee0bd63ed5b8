package io.ordercore.application.modification;

import io.ordercore.application.Ids;
import io.ordercore.application.Store;
import io.ordercore.application.order.OrderChanges;
import io.ordercore.application.order.OrderEventListener;
import io.ordercore.application.payment.TopUpOrder;
import io.ordercore.domain.modification.Tariff;
import io.ordercore.domain.order.OrderTerms;
import java.time.Clock;

/** The door to changes of placed orders: what can be asked, made from the ports it takes. */
public final class ModificationUseCases {
    private final Store store;
    private final TopUpOrder topUp;
    private final Modifying modifying;
    private final Ids ids;

    public ModificationUseCases(
            Store store,
            OrderChanges changes,
            TopUpOrder topUp,
            ModificationPolicies policies,
            Tariff tariff,
            Parcels parcels,
            OrderTerms orderTerms,
            ModificationTerms terms,
            Clock clock,
            Ids ids) {
        this.store = store;
        this.topUp = topUp;
        this.modifying = new Modifying(store, changes, policies, tariff, parcels, orderTerms, terms, clock, ids);
        this.ids = ids;
    }

    public RequestModification requestModification() {
        return new RequestModificationService(store, modifying, ids);
    }

    public AnswerModification answerModification() {
        return new AnswerModificationService(store, modifying);
    }

    public PayModification payModification() {
        return new PayModificationService(store, topUp, modifying);
    }

    public FindModifications findModifications() {
        return new FindModificationsService(store, modifying);
    }

    public ExpireModifications expireModifications() {
        return new ExpireModificationsService(store, modifying);
    }

    /** What must be told of every order's events, under a name of its own. */
    public OrderEventListener reactions() {
        return new ModificationReactions(modifying);
    }
}
