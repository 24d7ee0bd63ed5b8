package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.CommandKey;
import io.ordercore.application.CommitUnknownException;
import io.ordercore.application.StaleVersionException;
import io.ordercore.application.StoreUnavailableException;
import io.ordercore.application.order.OrderIntake;
import io.ordercore.domain.catalog.Sku;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Group commit: a writer takes all that waits, up to a limit, and stores it in one transaction. Nobody waits for a group to fill
 * while no writer is at work, so a group of one is as fast as a transaction of its own, and groups grow with the load.
 *
 * <p>Those who would wait too long are turned away at once, and merchants take turns: see {@link FairQueue}. While commits are
 * not answered nobody is let in, and who waits is told so: see {@link CommitBreaker}.
 *
 * <p>A group that fails is repeated one by one, so that a bad purchase harms no other. A commit without an answer is repeated
 * too: the row of its key says whether it was stored, and the unique key makes sure that it is not stored twice.
 */
final class PostgresIntake implements OrderIntake, AutoCloseable {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int MOST_CONFLICTS = 5;
    /** How long keys are looked up first after one was found to be used: who repeats one call repeats others. */
    private static final Duration REPEATING = Duration.ofSeconds(1);
    /** What part of a full group is worth a writer beside another. */
    private static final int WORTH_IT = 4;

    private final IntakeSettings settings;
    private final PostgresTransactions transactions;
    private final KnownSkus known;
    private final IntakeGroup group;
    private final List<Writer> writers = new ArrayList<>();
    private final Set<CommandKey> inProgress = ConcurrentHashMap.newKeySet();
    /** Writes out the answers while the next group is stored: whoever waits for an answer does so on the thread that gives it. */
    private final ExecutorService answering = Executors.newSingleThreadExecutor(PostgresIntake::answerer);

    private final FairQueue<Waiting> queue;
    private volatile int together;
    private volatile long keysFirstUntil = System.nanoTime();
    private volatile boolean closed;

    PostgresIntake(
            PostgresTransactions transactions, RecipientCipher recipients, KnownSkus known, IntakeSettings settings) {
        this.settings = settings;
        this.known = known;
        this.transactions = transactions;
        this.group = new IntakeGroup(recipients, known);
        this.queue = new FairQueue<>(
                settings.waiting(), Math.max(1, settings.together() / WORTH_IT), settings.moment(), System::nanoTime);
        for (int i = 0; i < settings.writers(); i++) {
            writers.add(new Writer(i));
        }
    }

    void start() {
        writers.forEach(Thread::start);
    }

    @Override
    public CompletionStage<Admission> admit(Intake intake) {
        if (!inProgress.add(intake.key())) {
            return CompletableFuture.completedFuture(new InProgress());
        }
        Waiting waiting = new Waiting(intake);
        if (closed) {
            fail(waiting, new StoreUnavailableException("the store is closing"));
        } else if (transactions.isBlocked()) {
            fail(waiting, blocked());
            queue.takeAll().forEach(other -> fail(other, blocked()));
        } else {
            Sku first = intake.request().lines().get(0).sku();
            Waiting turnedAway = queue.offer(known.laneOf(first), waiting);
            if (turnedAway != null) {
                answer(turnedAway, new Overloaded(RETRY_AFTER));
            }
        }
        return waiting.answer;
    }

    private static StoreUnavailableException blocked() {
        return new StoreUnavailableException("commits are not answered");
    }

    @Override
    public int waiting() {
        return queue.size();
    }

    @Override
    public int together() {
        return together;
    }

    @Override
    public boolean isFull() {
        return queue.isFull();
    }

    @Override
    public boolean turnsAway(Sku first) {
        return queue.turnsAway(known.laneOf(first));
    }

    private void settle(List<Waiting> together) {
        try {
            store(together);
        } catch (CommitUnknownException e) {
            resolve(together, e);
        } catch (StoreUnavailableException e) {
            together.forEach(one -> fail(one, e));
        } catch (RuntimeException | Error e) {
            if (together.size() == 1) {
                settleAlone(together.get(0), e);
            } else {
                together.forEach(one -> settle(List.of(one)));
            }
        }
    }

    private void settleAlone(Waiting one, Throwable failure) {
        one.conflicts++;
        if (failure instanceof StaleVersionException && one.conflicts < MOST_CONFLICTS) {
            settle(List.of(one));
        } else {
            fail(one, new StoreUnavailableException("the purchase could not be stored", failure));
        }
    }

    private void resolve(List<Waiting> together, CommitUnknownException unknown) {
        long deadline = System.nanoTime() + settings.resolveWithin().toNanos();
        while (System.nanoTime() < deadline && pause()) {
            try {
                store(together);
                return;
            } catch (CommitUnknownException | StoreUnavailableException e) {
                unknown.addSuppressed(e);
            } catch (RuntimeException e) {
                unknown.addSuppressed(e);
                break;
            }
        }
        together.forEach(one -> fail(one, unknown));
    }

    private static boolean pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Answers only after the commit. */
    private void store(List<Waiting> together) {
        List<Intake> intakes = together.stream().map(Waiting::intake).toList();
        List<Admission> admissions = admissions(intakes);
        if (waiting() == 0) {
            answer(together, admissions);
        } else {
            answering.execute(() -> answer(together, admissions));
        }
    }

    /** Without a look at their keys; if one was used before, or the stock fell short (see {@link IntakeGroup}), again with it. */
    private List<Admission> admissions(List<Intake> intakes) {
        if (keysFirstUntil - System.nanoTime() < 0) {
            try {
                return transactions.write(connection -> group.store(connection, intakes, false));
            } catch (StaleVersionException e) {
                keysFirstUntil = System.nanoTime() + REPEATING.toNanos();
            }
        }
        return transactions.write(connection -> group.store(connection, intakes, true));
    }

    private void answer(List<Waiting> together, List<Admission> admissions) {
        for (int i = 0; i < admissions.size(); i++) {
            answer(together.get(i), admissions.get(i));
        }
    }

    private void answer(Waiting waiting, Admission admission) {
        inProgress.remove(waiting.intake.key());
        waiting.answer.complete(admission);
    }

    private void fail(Waiting waiting, Throwable failure) {
        inProgress.remove(waiting.intake.key());
        waiting.answer.completeExceptionally(failure);
    }

    /** Stores what is waiting already, and no more. */
    @Override
    public void close() {
        closed = true;
        writers.forEach(Writer::finish);
        answering.shutdown();
        try {
            answering.awaitTermination(settings.resolveWithin().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread answerer(Runnable answers) {
        Thread thread = new Thread(answers, "order-answers");
        thread.setDaemon(true);
        return thread;
    }

    /** A purchase and who waits for its answer. */
    private static final class Waiting {
        private final Intake intake;
        private final CompletableFuture<Admission> answer = new CompletableFuture<>();
        private int conflicts;

        Waiting(Intake intake) {
            this.intake = intake;
        }

        Intake intake() {
            return intake;
        }
    }

    /** A thread that stores what waits, group by group. */
    private final class Writer extends Thread {
        private static final Duration LOOK_UP = Duration.ofMillis(100);

        private double nanosEach;

        Writer(int number) {
            super("order-intake-" + number);
            setDaemon(true);
        }

        @Override
        public void run() {
            while (true) {
                List<Waiting> next = next();
                if (next.isEmpty()) {
                    return;
                }
                long began = System.nanoTime();
                settle(next);
                queue.finished();
                together = next.size();
                adapt((double) (System.nanoTime() - began) / next.size());
            }
        }

        /** Lets as many wait as will be stored in time: two full groups at least. */
        private void adapt(double nanos) {
            nanosEach += (nanos - nanosEach) / 16;
            long inTime = (long) (settings.writers() * settings.patience().toNanos() / nanosEach);
            queue.limit((int) Math.min(settings.waiting(), Math.max(2L * settings.together(), inTime)));
        }

        /** Empty when there is nothing more to come. */
        private List<Waiting> next() {
            while (true) {
                try {
                    List<Waiting> next = queue.take(settings.together(), LOOK_UP);
                    if (!next.isEmpty() || closed) {
                        return next;
                    }
                } catch (InterruptedException e) {
                    return queue.takeAll();
                }
            }
        }

        void finish() {
            try {
                join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            queue.takeAll().forEach(late -> fail(late, new StoreUnavailableException("the store is closed")));
        }
    }
}
