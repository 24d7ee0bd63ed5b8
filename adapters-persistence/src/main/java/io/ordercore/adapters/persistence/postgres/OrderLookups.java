package io.ordercore.adapters.persistence.postgres;

import io.ordercore.domain.order.OrderId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks orders up by id, those that several threads want at the same moment in one statement. A thread that finds few others
 * asking asks at once; the others wait, and one of them then asks for all who came meanwhile. What is answered is never older than
 * the question.
 */
final class OrderLookups {
    /** So many statements at once: more would only share the same processors in smaller groups. */
    private static final int ASKING_AT_MOST = Math.max(2, Runtime.getRuntime().availableProcessors() / 2);

    private static final int TOGETHER = 32;
    private static final String ONE = OrderRow.SELECT + "where purchase_id = ? and number = ?";
    /** Of a purchase all orders come, and there is rarely more than one. */
    private static final String MANY = OrderRow.SELECT + "where purchase_id = any (?)";

    private final PostgresTransactions transactions;
    private final Deque<Wish> waiting = new ArrayDeque<>();
    private int asking;

    OrderLookups(PostgresTransactions transactions) {
        this.transactions = transactions;
    }

    /** In the running transaction if there is one, and then alone. */
    Optional<OrderRow> find(OrderId id) {
        if (transactions.isJoined()) {
            return transactions.read(connection -> one(connection, id));
        }
        Wish wish = new Wish(id);
        if (asksAtOnce(wish) || wish.awaitsItsTurn()) {
            ask(wish);
        }
        return wish.answer();
    }

    private synchronized boolean asksAtOnce(Wish wish) {
        if (asking < ASKING_AT_MOST) {
            asking++;
            return true;
        }
        waiting.add(wish);
        return false;
    }

    private void ask(Wish first) {
        List<Wish> together = with(first);
        try {
            answer(together);
        } catch (RuntimeException e) {
            together.forEach(wish -> wish.failed(e));
        } catch (Error e) {
            together.forEach(wish -> wish.failed(new IllegalStateException("whoever asked for all failed", e)));
            throw e;
        } finally {
            passOn();
        }
    }

    private synchronized List<Wish> with(Wish first) {
        List<Wish> together = new ArrayList<>();
        together.add(first);
        while (together.size() < TOGETHER && !waiting.isEmpty()) {
            together.add(waiting.remove());
        }
        return together;
    }

    private void answer(List<Wish> together) {
        if (together.size() == 1) {
            Wish alone = together.get(0);
            alone.answered(
                    transactions.read(connection -> one(connection, alone.id)).orElse(null));
            return;
        }
        Map<OrderId, OrderRow> rows = new HashMap<>();
        transactions.read(connection -> many(connection, together)).forEach(row -> rows.put(row.id(), row));
        together.forEach(wish -> wish.answered(rows.get(wish.id)));
    }

    private void passOn() {
        Wish next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                asking--;
            }
        }
        if (next != null) {
            next.mayAsk();
        }
    }

    private static Optional<OrderRow> one(Connection connection, OrderId id) throws SQLException {
        return Sql.one(connection, ONE, OrderRow::read, id.purchase().value(), id.number());
    }

    /** The array is always as long, so that the database makes one plan and keeps it. */
    private static List<OrderRow> many(Connection connection, List<Wish> wishes) throws SQLException {
        UUID[] purchases = new UUID[TOGETHER];
        for (int i = 0; i < TOGETHER; i++) {
            purchases[i] =
                    wishes.get(Math.min(i, wishes.size() - 1)).id.purchase().value();
        }
        Array ids = connection.createArrayOf("uuid", purchases);
        return Sql.list(connection, MANY, OrderRow::read, ids);
    }

    /** What one thread waits for. */
    private static final class Wish {
        private enum State {
            WAITING,
            MAY_ASK,
            ANSWERED
        }

        private final OrderId id;
        private final Thread thread = Thread.currentThread();
        private @Nullable OrderRow row;
        private @Nullable RuntimeException failure;
        private volatile State state = State.WAITING;

        Wish(OrderId id) {
            this.id = id;
        }

        /** Answers whether this thread has to ask, false if it was answered. */
        boolean awaitsItsTurn() {
            boolean interrupted = false;
            while (state == State.WAITING) {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
            if (interrupted) {
                thread.interrupt();
            }
            return state == State.MAY_ASK;
        }

        void mayAsk() {
            wake(State.MAY_ASK);
        }

        void answered(@Nullable OrderRow found) {
            row = found;
            wake(State.ANSWERED);
        }

        void failed(RuntimeException e) {
            failure = e;
            wake(State.ANSWERED);
        }

        Optional<OrderRow> answer() {
            if (failure != null) {
                throw failure;
            }
            return Optional.ofNullable(row);
        }

        private void wake(State next) {
            state = next;
            LockSupport.unpark(thread);
        }
    }
}
