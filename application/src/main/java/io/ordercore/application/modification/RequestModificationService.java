package io.ordercore.application.modification;

import io.ordercore.application.Ids;
import io.ordercore.application.StaleVersionException;
import io.ordercore.application.Store;
import io.ordercore.domain.modification.ChangeSet;
import io.ordercore.domain.modification.ChangeSetId;
import io.ordercore.domain.modification.Quote;
import io.ordercore.domain.modification.Quoting;
import io.ordercore.domain.order.Order;
import java.util.Optional;

final class RequestModificationService implements RequestModification {
    private static final String PREVIEW = "preview";

    private final Store store;
    private final Modifying modifying;
    private final Ids ids;

    RequestModificationService(Store store, Modifying modifying, Ids ids) {
        this.store = store;
        this.modifying = modifying;
        this.ids = ids;
    }

    @Override
    public Quote preview(Command command) {
        return quote(load(command), command, PREVIEW);
    }

    @Override
    public Outcome request(Command command) {
        return store.transactions().run(() -> {
            Order order = load(command);
            Optional<ChangeSet> open = store.changeSets().of(order.id()).stream()
                    .filter(it -> it.status().isOpen())
                    .filter(it -> !modifying.expireIfOver(it))
                    .findFirst();
            if (open.isPresent()) {
                return new AlreadyOpen(open.get());
            }
            ChangeSetId id = new ChangeSetId(ids.next());
            Quote quote = quote(order, command, id.toString());
            return quote.isFeasible() ? accept(id, command, quote) : new Refused(quote);
        });
    }

    private Outcome accept(ChangeSetId id, Command command, Quote quote) {
        Quoting.Request request = new Quoting.Request(
                id.toString(), command.changes(), command.actor(), command.proof(), command.way(), quote.until());
        return new Accepted(modifying.start(
                ChangeSet.quoted(id, command.order(), request, quote, command.agreed(), modifying.now())));
    }

    private Quote quote(Order order, Command command, String reference) {
        return modifying.quote(order, reference, command.changes(), command.actor(), command.proof(), command.way());
    }

    private Order load(Command command) {
        Order order = modifying.order(command.order());
        if (command.expectedVersion() != null && command.expectedVersion() != order.version()) {
            throw new StaleVersionException("order " + order.id());
        }
        return order;
    }
}
