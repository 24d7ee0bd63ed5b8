package io.ordercore.adapters.persistence.postgres;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue of many lanes, emptied one from each in turn. When it is full, a lane with less than half its fair share still
 * gets in: the last of the longest lane has to go. So a crowd in one lane costs the others neither their place nor their turn.
 *
 * <p>Several may take from it, each many at a time. Who would be the only one at work takes at once; who would not waits until
 * that is worth it, so that those at work do not take ever smaller groups out of each other's hands.
 *
 * <p>In a rush, that is when enough come within a moment, whoever takes waits that moment for a group worth it: a group has its
 * price, whatever its size, and on a busy machine those who come are held up by the groups before them.
 */
final class FairQueue<T> {
    /** What part of a group that is worth it has to come within a moment to make it a rush. */
    private static final int RUSH = 4;
    /** How many groups the pace is an average of. */
    private static final int GROUPS = 8;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Condition gathered = lock.newCondition();
    private final Map<String, Lane<T>> lanes = new HashMap<>();
    private final ArrayDeque<Lane<T>> turns = new ArrayDeque<>();
    private final int worthIt;
    private final long moment;
    private final LongSupplier nanoTime;
    private int limit;
    private int size;
    private int atWork;
    private boolean gathering;
    private long lastTaken;
    /** Between one who was taken and the next, on average over the last groups. */
    private double nanosEach;

    /**
     * An empty one.
     *
     * @param worthIt how many have to wait before somebody takes who is not the only one at work
     * @param moment how long to wait for as many in a rush
     */
    FairQueue(int limit, int worthIt, Duration moment, LongSupplier nanoTime) {
        this.limit = limit;
        this.worthIt = worthIt;
        this.moment = moment.toNanos();
        this.nanoTime = nanoTime;
        this.lastTaken = nanoTime.getAsLong();
        this.nanosEach = (double) this.moment;
    }

    /** Lets fewer or more wait from now on; who waits already stays. */
    void limit(int most) {
        lock.lock();
        try {
            limit = most;
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return size;
        } finally {
            lock.unlock();
        }
    }

    /** Puts somebody at the end of a lane. Answers who has to go for it: nobody, itself, or the last of another lane. */
    @Nullable
    T offer(String name, T item) {
        lock.lock();
        try {
            T displaced = null;
            Lane<T> lane = lanes.get(name);
            if (isFullFor(lane)) {
                return item;
            }
            if (size >= limit) {
                displaced = removeLastOfLongest();
            }
            if (lane == null || lane.items.isEmpty()) {
                lane = new Lane<>(name);
                lanes.put(name, lane);
                turns.add(lane);
            }
            lane.items.add(item);
            size++;
            if (isDue()) {
                (gathering ? gathered : filled).signal();
            }
            return displaced;
        } finally {
            lock.unlock();
        }
    }

    /** Whether there is room only for those whose lane is short. */
    boolean isFull() {
        lock.lock();
        try {
            return size >= limit;
        } finally {
            lock.unlock();
        }
    }

    /** Whether somebody new at the end of a lane would have to go at once. */
    boolean turnsAway(String name) {
        lock.lock();
        try {
            return isFullFor(lanes.get(name));
        } finally {
            lock.unlock();
        }
    }

    private boolean isFullFor(@Nullable Lane<T> lane) {
        if (size < limit) {
            return false;
        }
        int waiting = lane == null ? 0 : lane.items.size();
        int competing = lanes.size() + (lane == null ? 1 : 0);
        return 2 * (waiting + 1) > limit / competing;
    }

    private T removeLastOfLongest() {
        Lane<T> longest = lanes.values().stream()
                .max(Comparator.comparingInt(lane -> lane.items.size()))
                .orElseThrow();
        T last = longest.items.removeLast();
        size--;
        if (longest.items.isEmpty()) {
            lanes.remove(longest.name);
            turns.remove(longest);
        }
        return last;
    }

    /**
     * Who is next, one of each lane in turn, after waiting until that is worth it. Who is given somebody is at work until {@link
     * #finished}.
     */
    List<T> take(int most, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (!isDue() && left > 0) {
                left = filled.awaitNanos(left);
            }
            gather();
            List<T> taken = next(most);
            if (!taken.isEmpty()) {
                atWork++;
                keepPace(taken.size());
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void gather() throws InterruptedException {
        gathering = size > 0 && isRush();
        try {
            long left = moment;
            while (gathering && size < worthIt && left > 0) {
                left = gathered.awaitNanos(left);
            }
        } finally {
            gathering = false;
        }
    }

    private boolean isRush() {
        return nanosEach * worthIt / RUSH <= moment;
    }

    private void keepPace(int taken) {
        long now = nanoTime.getAsLong();
        double nanos = Math.min((double) moment, (double) (now - lastTaken) / taken);
        nanosEach += (nanos - nanosEach) / GROUPS;
        lastTaken = now;
    }

    private boolean isDue() {
        return size >= (atWork == 0 && !gathering ? 1 : worthIt);
    }

    /** Whoever took somebody has done with them. */
    void finished() {
        lock.lock();
        try {
            atWork--;
        } finally {
            lock.unlock();
        }
    }

    /** Everybody, without waiting. */
    List<T> takeAll() {
        lock.lock();
        try {
            return next(size);
        } finally {
            lock.unlock();
        }
    }

    private List<T> next(int most) {
        List<T> taken = new ArrayList<>(Math.min(most, size));
        while (taken.size() < most && size > 0) {
            Lane<T> lane = turns.remove();
            taken.add(lane.items.remove());
            size--;
            if (lane.items.isEmpty()) {
                lanes.remove(lane.name);
            } else {
                turns.add(lane);
            }
        }
        return taken;
    }

    /** Those who wait for the same. */
    private static final class Lane<T> {
        private final String name;
        private final ArrayDeque<T> items = new ArrayDeque<>();

        Lane(String name) {
            this.name = name;
        }
    }
}
