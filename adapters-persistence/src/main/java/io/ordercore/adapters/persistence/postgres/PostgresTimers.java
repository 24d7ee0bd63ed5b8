package io.ordercore.adapters.persistence.postgres;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.ordercore.application.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Work that comes again, remembered in the database: it survives restarts and is done by one node at a time. A node that dies
 * at it is relieved after a minute. Work that fails is logged and comes again.
 *
 * <p>Time is the database's when the timers start, and from then on the time that has passed: a clock that jumps, on any node,
 * neither repeats work nor holds it up.
 */
public final class PostgresTimers implements AutoCloseable {
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final int MISSED_HEARTBEATS = 6;
    private static final int THREADS = 4;

    private final DataSource source;
    private final List<RecurringTask<Void>> tasks = new ArrayList<>();
    private Duration lookEvery = Duration.ofSeconds(1);
    private @Nullable Scheduler scheduler;
    private Clock clock = Instant::now;

    private PostgresTimers(DataSource source) {
        this.source = source;
    }

    /** Timers in the database of a store. */
    public static PostgresTimers on(DataSource source) {
        return new PostgresTimers(source);
    }

    /**
     * Does {@code work} that long after it was last done, on whichever node. Before {@link #start} only.
     *
     * @param name the same on all nodes and in all releases
     * @param pause less than a second asks the database more often than once a second what is due
     */
    public PostgresTimers every(Duration pause, String name, Runnable work) {
        lookEvery = pause.compareTo(lookEvery) < 0 ? pause : lookEvery;
        tasks.add(Tasks.recurring(name, FixedDelay.of(pause)).execute((instance, context) -> work.run()));
        return this;
    }

    /**
     * Begins.
     *
     * @throws StoreUnavailableException if the database does not answer
     */
    public synchronized void start() {
        if (scheduler != null) {
            throw new IllegalStateException("the timers run already");
        }
        Instant start = catchUp();
        long began = System.nanoTime();
        clock = () -> start.plusNanos(System.nanoTime() - began);
        scheduler = Scheduler.create(source)
                .startTasks(tasks)
                .threads(THREADS)
                .pollingInterval(lookEvery)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .clock(clock)
                .build();
        scheduler.start();
    }

    /** Of the timers, as given. */
    public List<String> names() {
        return tasks.stream().map(RecurringTask::getName).toList();
    }

    /**
     * How long ago each timer's work fell due without having been done since, by name; zero while it is not due. Work that is
     * going on, here or elsewhere, counts from when it fell due. Empty before {@link #start}. A metric.
     *
     * @throws StoreUnavailableException if the database does not answer
     */
    public synchronized Map<String, Duration> lag() {
        if (scheduler == null) {
            return Map.of();
        }
        Instant now = clock.now();
        Map<String, Duration> lags = new TreeMap<>();
        tasks.forEach(task -> lags.put(task.getName(), Duration.ZERO));
        try (Connection connection = source.getConnection()) {
            Sql.list(
                            connection,
                            "select task_name, execution_time from scheduled_tasks where execution_time < ?",
                            row -> Map.entry(row.getString("task_name"), Sql.instant(row, "execution_time")),
                            now)
                    .forEach(due -> lags.replace(due.getKey(), Duration.between(due.getValue(), now)));
            return lags;
        } catch (SQLException e) {
            throw SqlFailures.beforeCommit(e);
        }
    }

    /** What an earlier clock put into the future is due now. Answers the database's time. */
    private Instant catchUp() {
        try (Connection connection = source.getConnection()) {
            for (RecurringTask<Void> task : tasks) {
                Sql.update(
                        connection,
                        "update scheduled_tasks set execution_time = now()"
                                + " where task_name = ? and not picked and execution_time > now()",
                        task.getName());
            }
            return Sql.one(connection, "select now() as now", row -> Sql.instant(row, "now"))
                    .orElseThrow();
        } catch (SQLException e) {
            throw SqlFailures.beforeCommit(e);
        }
    }

    /** Waits for work that has begun. */
    @Override
    public synchronized void close() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }
}
