package io.ordercore.application.inspection;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.inspection.CorrectiveAction;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.MerchantId;
import java.util.List;
import java.util.Optional;

/**
 * Ends a discontinued inspection: somebody records what was done about the cause, and another person, who answers for quality,
 * approves it. From then on the product is inspected at tightened level; it is on sale again when a lot was accepted, too.
 */
public interface CorrectCause {
    /** Records what was done. */
    Outcome record(Command command);

    /**
     * Approves it, or rejects it, so that another one can be recorded.
     *
     * @return empty if the product has none of that number
     */
    Optional<Outcome> decide(Sku sku, int number, boolean approved, Actor by);

    /** All of a product, the first recorded first. */
    List<CorrectiveAction> of(Sku sku);

    /** What was done, and who says so. */
    record Command(Sku sku, MerchantId merchant, String description, Actor by) {}

    /** What becomes of it. */
    sealed interface Outcome {
        <R> R decide(Cases<R> cases);

        /** One method per outcome. */
        interface Cases<R> {
            R done(CorrectiveAction action);

            R refused(CorrectiveAction.Refusal reason);
        }
    }

    /** Recorded or decided. */
    record Done(CorrectiveAction action) implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.done(action);
        }
    }

    /** Nothing changes. */
    record Refused(CorrectiveAction.Refusal reason) implements Outcome {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.refused(reason);
        }
    }
}
