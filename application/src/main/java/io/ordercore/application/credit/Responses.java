package io.ordercore.application.credit;

import io.ordercore.application.order.MerchantQuestions;
import io.ordercore.domain.credit.Evidence;
import io.ordercore.domain.order.MerchantQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Learns from how long merchants take to decide what they are asked. */
final class Responses {
    private final MerchantQuestions questions;
    private final Learning learning;
    private final Duration answerWithin;

    Responses(MerchantQuestions questions, Learning learning, Duration answerWithin) {
        this.questions = questions;
        this.learning = learning;
        this.answerWithin = answerWithin;
    }

    /** Those that say something now. */
    List<MerchantQuestion> due(Instant now, int limit) {
        return questions.unsettled(now.minus(answerWithin), limit);
    }

    /** Learns what it says, in the running transaction. */
    void learn(MerchantQuestion due, Instant now) {
        MerchantQuestion question = questions.find(due.id()).orElse(due);
        inTime(question)
                .ifPresent(inTime -> learning.learn(
                        question.merchant(),
                        new Evidence.Answered("response-" + question.id(), Learning.day(said(question)), inTime),
                        now));
        questions.settle(question.id());
    }

    /** Empty where nothing was the merchant's to answer any more before it was late. */
    private Optional<Boolean> inTime(MerchantQuestion question) {
        Instant closedAt = question.closedAt();
        boolean late = closedAt == null || closedAt.isAfter(question.askedAt().plus(answerWithin));
        return switch (question.state()) {
            case OPEN, UNANSWERED -> Optional.of(false);
            case ANSWERED -> Optional.of(!late);
            case WITHDRAWN -> late ? Optional.of(false) : Optional.empty();
        };
    }

    /** The day it is about: of the answer, or on which it was late. */
    private Instant said(MerchantQuestion question) {
        Instant limit = question.askedAt().plus(answerWithin);
        Instant closedAt = question.closedAt();
        return closedAt == null || closedAt.isAfter(limit) ? limit : closedAt;
    }
}
