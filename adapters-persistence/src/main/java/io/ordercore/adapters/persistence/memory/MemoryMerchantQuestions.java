package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.order.MerchantQuestions;
import io.ordercore.domain.order.MerchantQuestion;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Questions by their names. */
final class MemoryMerchantQuestions implements MerchantQuestions {
    private final MemoryTransactions transactions;
    private final Map<String, MerchantQuestion> questions = new HashMap<>();
    private final Map<String, Boolean> settled = new HashMap<>();

    MemoryMerchantQuestions(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<MerchantQuestion> find(String id) {
        return transactions.read(() -> Optional.ofNullable(questions.get(id)));
    }

    @Override
    public void ask(MerchantQuestion question) {
        transactions.run(() -> {
            if (!questions.containsKey(question.id())) {
                transactions.put(questions, question.id(), question);
            }
        });
    }

    @Override
    public void close(MerchantQuestion closed) {
        transactions.run(() -> {
            MerchantQuestion known = questions.get(closed.id());
            if (known != null && known.closedAt() == null) {
                transactions.put(questions, closed.id(), closed);
            }
        });
    }

    @Override
    public List<MerchantQuestion> unsettled(Instant askedBy, int limit) {
        return transactions.read(() -> questions.values().stream()
                .filter(question -> !settled.containsKey(question.id()))
                .filter(question ->
                        question.closedAt() != null || !question.askedAt().isAfter(askedBy))
                .sorted(Comparator.comparing(MerchantQuestion::askedAt).thenComparing(MerchantQuestion::id))
                .limit(limit)
                .toList());
    }

    @Override
    public void settle(String id) {
        transactions.run(() -> transactions.put(settled, id, true));
    }
}
