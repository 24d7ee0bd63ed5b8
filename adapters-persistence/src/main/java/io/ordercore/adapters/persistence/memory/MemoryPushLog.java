package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.logistics.PushLog;
import io.ordercore.domain.logistics.tracking.CarrierCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Pushes by carrier and body. */
final class MemoryPushLog implements PushLog {
    private record Content(CarrierCode carrier, String body) {}

    private final MemoryTransactions transactions;
    private final Map<Content, Kept> waiting = new LinkedHashMap<>();
    private final Map<Content, Boolean> processed = new HashMap<>();
    private final Map<CarrierCode, List<Instant>> refusals = new HashMap<>();

    MemoryPushLog(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void keep(Kept push) {
        Content content = new Content(push.carrier(), new String(push.push().body(), StandardCharsets.ISO_8859_1));
        transactions.run(() -> {
            if (!processed.containsKey(content) && !waiting.containsKey(content)) {
                transactions.put(waiting, content, push);
            }
        });
    }

    @Override
    public void refused(CarrierCode carrier, Instant at) {
        transactions.run(() -> {
            refusals.computeIfAbsent(carrier, it -> new ArrayList<>()).add(at);
        });
    }

    @Override
    public long refusedSince(CarrierCode carrier, Instant from) {
        return transactions.read(() -> refusals.getOrDefault(carrier, List.of()).stream()
                .filter(at -> !at.isBefore(from))
                .count());
    }

    @Override
    public int process(int limit, Consumer<Kept> work) {
        List<Map.Entry<Content, Kept>> due = transactions.read(
                () -> List.copyOf(waiting.entrySet()).stream().limit(limit).toList());
        int done = 0;
        for (Map.Entry<Content, Kept> push : due) {
            try {
                transactions.run(() -> work.accept(push.getValue()));
                done++;
            } catch (IllegalStateException | IllegalArgumentException putAside) {
                // Processed all the same: it would fail again.
            }
            transactions.run(() -> {
                transactions.remove(waiting, push.getKey());
                transactions.put(processed, push.getKey(), true);
            });
        }
        return done;
    }
}
