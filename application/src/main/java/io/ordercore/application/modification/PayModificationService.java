package io.ordercore.application.modification;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.Store;
import io.ordercore.application.payment.PayPurchase;
import io.ordercore.application.payment.TopUpOrder;
import io.ordercore.domain.modification.ChangeSet;
import io.ordercore.domain.modification.ChangeSetStatus;
import io.ordercore.domain.payment.PaymentRefusal;
import java.util.Set;
import org.joda.money.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the money outside of any transaction; what it was for is done in one of its own, here or by the reaction to it. */
final class PayModificationService implements PayModification {
    private static final Logger LOG = LoggerFactory.getLogger(PayModificationService.class);

    private final Store store;
    private final TopUpOrder topUp;
    private final Modifying modifying;

    PayModificationService(Store store, TopUpOrder topUp, Modifying modifying) {
        this.store = store;
        this.topUp = topUp;
        this.modifying = modifying;
    }

    @Override
    public PayPurchase.Outcome pay(Command command) {
        ChangeSet changeSet = store.changeSets()
                .find(command.changeSet())
                .orElseThrow(() -> new UnknownChangeSetException(command.changeSet()));
        boolean waits = changeSet.status() == ChangeSetStatus.AWAITING_PAYMENT && !changeSet.isOver(modifying.now());
        boolean done = changeSet.status() == ChangeSetStatus.APPLIED;
        if (!waits && !done) {
            return new PayPurchase.Refused(Set.of(PaymentRefusal.NOTHING_DUE));
        }
        Money due = changeSet.quote().due();
        PayPurchase.Outcome outcome = topUp.topUp(new TopUpOrder.Command(
                changeSet.order(),
                waits ? due : Money.zero(due.getCurrencyUnit()),
                command.token(),
                command.key(),
                command.fingerprint(),
                command.actor()));
        carryOut(changeSet, command);
        return outcome;
    }

    private void carryOut(ChangeSet changeSet, Command command) {
        try {
            store.transactions().run(() -> modifying.paid(changeSet.order(), command.actor()));
        } catch (StaleVersionException leftToTheReaction) {
            LOG.info("{} is paid; it is carried out with the event", changeSet);
        }
    }
}
