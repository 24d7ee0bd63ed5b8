package io.ordercore.application.credit;

/** Everything that is stored of merchants' credit: one part of the {@link io.ordercore.application.Store}. */
public interface CreditBooks {
    Credits credits();

    EvidenceFiles evidence();

    Yardsticks yardsticks();

    OrderFiles orders();

    Appeals appeals();

    Payouts payouts();

    Deposits deposits();
}
