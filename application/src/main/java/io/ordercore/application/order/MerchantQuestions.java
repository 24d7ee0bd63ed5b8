package io.ordercore.application.order;

import io.ordercore.domain.order.MerchantQuestion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What merchants were asked and when they answered, written in the transaction of the question and of the answer; whoever
 * measures how long that takes settles it later.
 */
public interface MerchantQuestions {
    Optional<MerchantQuestion> find(String id);

    /** Adds a question; nothing happens if it is known. */
    void ask(MerchantQuestion question);

    /** Stores how a question was closed; one that is not known, or closed already, stays as it is. */
    void close(MerchantQuestion closed);

    /** Unsettled ones that are closed, or were asked by an instant; the longest waiting first. */
    List<MerchantQuestion> unsettled(Instant askedBy, int limit);

    /** Nothing more is to be learnt of it, even if it is closed only later. */
    void settle(String id);
}
