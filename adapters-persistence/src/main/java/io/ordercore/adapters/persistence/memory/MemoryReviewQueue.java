package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.catalog.listing.ReviewQueue;
import io.ordercore.application.catalog.listing.WatchReviews.Backlog;
import io.ordercore.domain.catalog.ListingId;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Review tasks by listing. */
final class MemoryReviewQueue implements ReviewQueue {
    private final MemoryTransactions transactions;
    private final Map<ListingId, Task> tasks = new LinkedHashMap<>();
    private final Map<ListingId, Instant> toldOverdue = new LinkedHashMap<>();

    MemoryReviewQueue(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void put(List<Task> added) {
        transactions.run(() -> added.forEach(task -> transactions.put(tasks, task.listing(), task)));
    }

    @Override
    public void remove(ListingId listing) {
        transactions.run(() -> {
            if (tasks.containsKey(listing)) {
                transactions.remove(tasks, listing);
            }
        });
    }

    @Override
    public Optional<Task> find(ListingId listing) {
        return transactions.read(() -> Optional.ofNullable(tasks.get(listing)));
    }

    @Override
    public Optional<Task> claim(@Nullable ListingId listing, String reviewer, Instant now, Instant until) {
        return transactions.run(() -> byDue().filter(task ->
                        listing == null ? isFree(task, now) : task.listing().equals(listing))
                .filter(task -> !task.isTakenFrom(reviewer, now))
                .filter(task -> !task.merchant().value().equals(reviewer))
                .findFirst()
                .map(task -> {
                    Task claimed = claimed(task, reviewer, until);
                    transactions.put(tasks, task.listing(), claimed);
                    return claimed;
                }));
    }

    @Override
    public void release(ListingId listing, String reviewer) {
        transactions.run(() -> {
            Task task = tasks.get(listing);
            if (task != null && reviewer.equals(task.claimedBy())) {
                transactions.put(tasks, listing, claimed(task, null, null));
            }
        });
    }

    @Override
    public List<Task> list(int limit) {
        return transactions.read(() -> byDue().limit(limit).toList());
    }

    @Override
    public long size() {
        return transactions.read(() -> (long) tasks.size());
    }

    @Override
    public List<Task> takeOverdue(Instant now, int limit) {
        return transactions.run(() -> {
            List<Task> taken = byDue().filter(task -> !task.due().isAfter(now))
                    .filter(task -> !task.due().equals(toldOverdue.get(task.listing())))
                    .limit(limit)
                    .toList();
            taken.forEach(task -> transactions.put(toldOverdue, task.listing(), task.due()));
            return taken;
        });
    }

    @Override
    public Backlog backlog(Instant now) {
        return transactions.read(() -> new Backlog(
                tasks.size(),
                byDue().filter(task -> !task.due().isAfter(now)).count(),
                byDue().map(Task::submitted).min(Comparator.naturalOrder()).orElse(null)));
    }

    private Stream<Task> byDue() {
        return tasks.values().stream()
                .sorted(Comparator.comparing(Task::due)
                        .thenComparing(task -> task.listing().value()));
    }

    private static boolean isFree(Task task, Instant now) {
        return task.claimedUntil() == null || !task.claimedUntil().isAfter(now);
    }

    private static Task claimed(Task task, @Nullable String reviewer, @Nullable Instant until) {
        return new Task(
                task.listing(), task.merchant(), task.revision(), task.submitted(), task.due(), reviewer, until);
    }
}
