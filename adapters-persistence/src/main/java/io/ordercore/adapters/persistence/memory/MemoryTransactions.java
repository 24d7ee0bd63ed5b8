package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.CommitUnknownException;
import io.ordercore.application.StoreUnavailableException;
import io.ordercore.application.Transactions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One transaction at a time, under one lock. Whoever changes something says how to undo it; a rollback does so, last change
 * first.
 */
final class MemoryTransactions implements Transactions {
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final Deque<CommitFault> faults = new ArrayDeque<>();
    private boolean open;
    private @Nullable RuntimeException doom;

    @Override
    public <T> T run(Supplier<T> work) {
        lock.lock();
        try {
            return open ? join(work) : begin(work);
        } finally {
            lock.unlock();
        }
    }

    /** Reads under the lock. */
    <T> T read(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    <K, V> void put(Map<K, V> map, K key, V value) {
        V before = map.put(key, value);
        undo.push(() -> restore(map, key, before));
    }

    <K, V> void remove(Map<K, V> map, K key) {
        V before = map.remove(key);
        undo.push(() -> restore(map, key, before));
    }

    void onRollback(Runnable step) {
        undo.push(step);
    }

    void failNextCommit(CommitFault fault) {
        lock.lock();
        try {
            faults.add(fault);
        } finally {
            lock.unlock();
        }
    }

    private <T> T begin(Supplier<T> work) {
        open = true;
        doom = null;
        boolean committed = false;
        try {
            T result = join(work);
            if (doom != null) {
                throw doom;
            }
            CommitFault fault = faults.poll();
            committed = fault == null || fault == CommitFault.UNKNOWN_BUT_STORED;
            if (fault != null) {
                throw failure(fault);
            }
            return result;
        } finally {
            if (!committed) {
                undo.forEach(Runnable::run);
            }
            undo.clear();
            open = false;
        }
    }

    private <T> T join(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            if (doom == null) {
                doom = e;
            }
            throw e;
        }
    }

    private static RuntimeException failure(CommitFault fault) {
        return switch (fault) {
            case UNAVAILABLE -> new StoreUnavailableException("asked to fail before the commit");
            case UNKNOWN_BUT_STORED, UNKNOWN_AND_LOST ->
                new CommitUnknownException("asked to lose the answer to a commit");
        };
    }

    private static <K, V> void restore(Map<K, V> map, K key, @Nullable V before) {
        if (before == null) {
            map.remove(key);
        } else {
            map.put(key, before);
        }
    }
}
