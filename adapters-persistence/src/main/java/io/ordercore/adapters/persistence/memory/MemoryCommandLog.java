package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.CommandKey;
import io.ordercore.application.CommandLog;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Claimed and executed commands. A claim without an answer lasts as long as its transaction. */
final class MemoryCommandLog implements CommandLog {
    private final MemoryTransactions transactions;
    private final Map<CommandKey, Entry> entries = new HashMap<>();

    MemoryCommandLog(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Claim claim(CommandKey key, String fingerprint, Instant now) {
        return transactions.run(() -> {
            Entry before = entries.get(key);
            if (before == null || before.answer == null) {
                transactions.put(entries, key, new Entry(fingerprint, null, now));
                return new Fresh();
            }
            return before.fingerprint.equals(fingerprint) ? new Replay(before.answer) : new OtherCommand();
        });
    }

    @Override
    public void record(CommandKey key, String answer) {
        transactions.run(() -> {
            Entry claimed = entries.get(key);
            if (claimed == null) {
                throw new IllegalStateException("the command was not claimed");
            }
            transactions.put(entries, key, new Entry(claimed.fingerprint, answer, claimed.at));
        });
    }

    @Override
    public void forget(CommandKey key) {
        transactions.run(() -> transactions.remove(entries, key));
    }

    @Override
    public int forgetBefore(Instant before) {
        return transactions.run(() -> {
            List<CommandKey> old = entries.entrySet().stream()
                    .filter(entry -> entry.getValue().at.isBefore(before))
                    .map(Map.Entry::getKey)
                    .toList();
            old.forEach(key -> transactions.remove(entries, key));
            return old.size();
        });
    }

    private record Entry(String fingerprint, @Nullable String answer, Instant at) {}
}
