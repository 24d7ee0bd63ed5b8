package io.ordercore.adapters.persistence.simulation;

/** Wrong on purpose: what the simulation must be able to find. */
enum Mistake {
    NONE(""),
    /** Stock is given back twice. */
    RELEASE_TWICE("reserved"),
    /** Listeners hear of an event before its transaction has committed. */
    EVENT_BEFORE_COMMIT("event"),
    /** Every refund is promised once more. */
    REFUND_WITHOUT_CEILING("refunds differ");

    private final String foundAs;

    Mistake(String foundAs) {
        this.foundAs = foundAs;
    }

    /** A word of what the model says about it. */
    String foundAs() {
        return foundAs;
    }
}
