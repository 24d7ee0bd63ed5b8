package io.ordercore.application.credit;

import io.ordercore.domain.credit.CreditNorms;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;

/** What was normal when, and on which days the platform evaluated. Once published never changed. */
public interface Yardsticks {
    /** All norms, the oldest first. */
    List<CreditNorms> norms();

    /** Publishes norms; nothing happens if there are some of that day. */
    void publish(CreditNorms norms);

    SortedSet<LocalDate> evaluations();

    /** Remembers that the platform evaluates on a day; nothing happens if it is remembered. */
    void evaluate(LocalDate day);
}
