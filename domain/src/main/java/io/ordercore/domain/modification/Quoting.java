package io.ordercore.domain.modification;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.SkuFacts;
import io.ordercore.domain.party.Actor;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a set of changes would do to an order: a pure function of the order, the policy and the facts, so that a preview, the
 * quote that is stored and the check before it is carried out cannot differ.
 */
public final class Quoting {
    private final ModificationPolicy policy;
    private final Tariff tariff;

    private Quoting(ModificationPolicy policy, Tariff tariff) {
        this.policy = policy;
        this.tariff = tariff;
    }

    public static Quoting by(ModificationPolicy policy, Tariff tariff) {
        return new Quoting(policy, tariff);
    }

    /**
     * Computes a quote.
     *
     * @param facts the current facts of a SKU, null where it is unknown; units this request holds already count as available
     */
    public Quote quote(Request request, Standing standing, Function<Sku, @Nullable SkuFacts> facts, Instant now) {
        QuoteDraft draft = new QuoteDraft(policy, tariff, request, standing, facts, now);
        request.changes().forEach(draft::add);
        return draft.done();
    }

    /**
     * What is asked.
     *
     * @param reference under which it goes into the history
     * @param changes at least one
     * @param proof what shows the buyer's wish when somebody else asks
     * @param way how, when it cannot be done in place; null for in place
     * @param until when the quote ends
     */
    public record Request(
            String reference,
            List<RequestedChange> changes,
            Actor actor,
            @Nullable String proof,
            @Nullable Alternative way,
            Instant until) {
        private static final int MOST = 200;

        public Request {
            changes = List.copyOf(changes);
            if (changes.isEmpty() || changes.size() > MOST) {
                throw new IllegalArgumentException("1 to " + MOST + " changes are asked for");
            }
        }
    }
}
