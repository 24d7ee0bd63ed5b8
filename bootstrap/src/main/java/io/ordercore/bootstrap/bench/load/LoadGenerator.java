package io.ordercore.bootstrap.bench.load;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Sends requests to a running server from one thread and measures how they are answered: the program of its own process. */
public final class LoadGenerator {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final long SELECT_MILLIS = 50;
    private static final long TICK_MILLIS = 1;
    private static final long RECONNECT_EVERY = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int FIRST_REFUSAL = 300;
    private static final int UNAVAILABLE = 503;

    private final LoadPlan plan;
    private final Selector selector;
    private final Requests requests;
    private final ArrayDeque<Connection> idle = new ArrayDeque<>();
    private final List<Connection> broken = new ArrayList<>();
    private final Latencies accepted = new Latencies();
    private final Latencies refused = new Latencies();
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private final List<String> placed = new ArrayList<>();
    private long sent;
    private long scheduled;
    private int busy;
    private long measuredFrom;
    private long reconnectAt;

    private LoadGenerator(LoadPlan plan) throws IOException {
        this.plan = plan;
        this.selector = Selector.open();
        this.requests = new Requests(plan, System.nanoTime());
        for (int i = 0; i < plan.connections(); i++) {
            idle.add(new Connection(selector, plan.port()));
        }
    }

    public static void main(String... arguments) throws IOException {
        System.out.println(new LoadGenerator(LoadPlan.parse(arguments)).run().line());
    }

    private LoadReport run() throws IOException {
        long start = System.nanoTime();
        measuredFrom = start + plan.leadIn().toNanos();
        long end = measuredFrom + plan.time().toNanos();
        long now = start;
        while ((isMore(now, end) || busy > 0) && now < end + PATIENCE) {
            sendWhatIsDue(start, now, end);
            select();
            repair(now);
            now = System.nanoTime();
        }
        if (plan.placed() != null) {
            Files.write(plan.placed(), placed);
        }
        return new LoadReport(
                (now - measuredFrom) / 1e9, LoadReport.Answers.of(accepted), LoadReport.Answers.of(refused), statuses);
    }

    private boolean isMore(long now, long end) {
        return now < end && (plan.requests() == 0 || sent < plan.requests());
    }

    private void sendWhatIsDue(long start, long now, long end) throws IOException {
        if (now < measuredFrom) {
            // What is late before anything is measured would be measured as a rush that nobody offered.
            scheduled = Math.max(scheduled, (long) ((now - start) / 1e9 * plan.rate()));
        }
        while (!idle.isEmpty() && isMore(now, end)) {
            long intended = plan.rate() > 0 ? start + (long) (scheduled * 1e9 / plan.rate()) : System.nanoTime();
            if (plan.rate() > 0 && intended > now) {
                return;
            }
            Connection connection = idle.remove();
            requests.next(connection.empty());
            sent++;
            scheduled++;
            busy++;
            try {
                connection.send(intended);
            } catch (IOException e) {
                lost(connection);
            }
        }
    }

    private void select() throws IOException {
        // Never without a pause: a generator that spins takes half of a small machine from what it measures.
        selector.select(plan.rate() > 0 ? TICK_MILLIS : SELECT_MILLIS);
        for (SelectionKey key : selector.selectedKeys()) {
            Connection connection = (Connection) key.attachment();
            try {
                if (connection.read()) {
                    answered(connection);
                }
            } catch (IOException e) {
                lost(connection);
            }
        }
        selector.selectedKeys().clear();
    }

    private void answered(Connection connection) throws IOException {
        int status = connection.status();
        boolean measured = connection.intended() >= measuredFrom;
        if (measured) {
            statuses.merge(status, 1L, Long::sum);
        }
        if (plan.persistent() && status == UNAVAILABLE) {
            broken.add(connection);
            return;
        }
        if (measured) {
            (status < FIRST_REFUSAL ? accepted : refused).add(System.nanoTime() - connection.intended());
        }
        if (plan.placed() != null && status < FIRST_REFUSAL) {
            placed.add(connection.location());
        }
        if (connection.closes()) {
            connection.renew();
        }
        busy--;
        idle.add(connection);
    }

    private void lost(Connection connection) {
        // A closed one is not found lost again, and not sent again beside itself.
        connection.close();
        if (!connection.isWaiting()) {
            idle.remove(connection);
            busy++;
        }
        statuses.merge(0, 1L, Long::sum);
        broken.add(connection);
    }

    /** Connects again what was lost; a persistent caller repeats its request, any other gives it up. */
    private void repair(long now) {
        if (broken.isEmpty() || now < reconnectAt) {
            return;
        }
        reconnectAt = now + RECONNECT_EVERY;
        List<Connection> again = List.copyOf(broken);
        broken.clear();
        for (Connection connection : again) {
            try {
                if (plan.persistent()) {
                    connection.sendAgain();
                } else {
                    connection.renew();
                    busy--;
                    idle.add(connection);
                }
            } catch (IOException stillDown) {
                broken.add(connection);
            }
        }
    }
}
