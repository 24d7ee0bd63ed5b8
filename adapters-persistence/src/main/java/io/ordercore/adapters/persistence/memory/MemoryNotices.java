package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.notice.Notices;
import io.ordercore.domain.notice.Notice;
import io.ordercore.domain.notice.Notice.Recipient;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Inboxes by recipient and key. */
final class MemoryNotices implements Notices {
    /** As PostgreSQL compares UUIDs: byte by byte. */
    private static final Comparator<UUID> IN_ORDER = Comparator.comparing(UUID::toString);

    private record Told(Recipient to, String key) {}

    private final MemoryTransactions transactions;
    private final Map<Told, Notice> notices = new HashMap<>();
    private final Map<UUID, Boolean> forwarded = new HashMap<>();

    MemoryNotices(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean tell(Notice notice) {
        return transactions.run(() -> {
            Told told = new Told(notice.to(), notice.key());
            if (notices.containsKey(told)) {
                return false;
            }
            transactions.put(notices, told, notice);
            return true;
        });
    }

    @Override
    public List<Notice> inbox(Recipient of, @Nullable UUID after, int limit) {
        return transactions.read(() -> notices.values().stream()
                .filter(notice -> notice.to().equals(of))
                .filter(notice -> after == null || IN_ORDER.compare(notice.id(), after) < 0)
                .sorted(Comparator.comparing(Notice::id, IN_ORDER).reversed())
                .limit(limit)
                .toList());
    }

    @Override
    public int forward(int limit, Consumer<List<Notice>> work) {
        return transactions.run(() -> {
            List<Notice> told = notices.values().stream()
                    .filter(notice -> !forwarded.containsKey(notice.id()))
                    .sorted(Comparator.comparing(Notice::id, IN_ORDER))
                    .limit(limit)
                    .toList();
            work.accept(told);
            told.forEach(notice -> transactions.put(forwarded, notice.id(), true));
            return told.size();
        });
    }
}
