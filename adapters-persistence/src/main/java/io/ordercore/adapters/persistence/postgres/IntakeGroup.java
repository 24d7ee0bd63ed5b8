package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.CommandKey;
import io.ordercore.application.order.OrderIntake.Admission;
import io.ordercore.application.order.OrderIntake.Intake;
import io.ordercore.application.order.OrderIntake.OtherCommand;
import io.ordercore.application.order.OrderIntake.Placed;
import io.ordercore.application.order.OrderIntake.PlacedPurchase;
import io.ordercore.application.order.OrderIntake.Refused;
import io.ordercore.application.order.OrderIntake.Replayed;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.Placing;
import io.ordercore.domain.order.PlacingDecision;
import io.ordercore.domain.order.PurchaseLine;
import io.ordercore.domain.order.SkuFacts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * One transaction for many purchases, in two statements: prices and stock of all SKUs, locked in their order; and everything that
 * follows, written at once. In between, each purchase is decided by {@link Placing} against what those before it left.
 *
 * <p>A key that was used before is rare, and the unique key notices it when the purchase is written. So keys are looked up for
 * those purchases only of which nothing is written, the refused; or for all, before anything else, if the caller says so.
 */
final class IntakeGroup {
    /** Locks the rows it finds, so that a replay, too, is answered only when the standby has what it repeats. */
    private static final String EXECUTED = "select c.caller, c.key, c.fingerprint, c.answer"
            + " from unnest(?::text[], ?::text[]) as asked (caller, key) join command c using (caller, key)"
            + " for key share of c";

    private static final String FACTS = "with locked as materialized ("
            + "select sku, ctid as place, on_hand - reserved as available from stock where sku = any(?) order by sku for update),"
            // After the stock: whoever locks both takes them in the same order.
            + " capped as materialized (select merchant, " + PostgresSellers.LEFT + " as orders_left from seller"
            + " where orders_per_day is not null and (select count(*) from locked) >= 0"
            + " and merchant in (select merchant from offer where sku = any(?)) order by merchant for update)"
            + " select sku, merchant, title, currency, price, orderable, version,"
            + " coalesce(available, 0) as available, place, orders_left"
            + " from offer left join locked using (sku) left join capped using (merchant) where sku = any(?)";

    private final RecipientCipher recipients;
    private final KnownSkus known;

    IntakeGroup(RecipientCipher recipients, KnownSkus known) {
        this.recipients = recipients;
        this.known = known;
    }

    /**
     * Stores what can be placed; answers in the order of the purchases.
     *
     * @param keysFirst whether to find out first which keys were used before; if not, one of them fails the whole group
     * @throws SQLException of a unique key, among others, if a key was used before and {@code keysFirst} is false
     */
    List<Admission> store(Connection connection, List<Intake> intakes, boolean keysFirst) throws SQLException {
        Map<CommandKey, Executed> executed = keysFirst ? executed(connection, intakes) : Map.of();
        IntakeWrite write = new IntakeWrite(recipients);
        Map<Sku, SkuFacts> facts = executed.size() == intakes.size() ? Map.of() : facts(connection, intakes, write);
        IntakeCaps caps = new IntakeCaps(facts);
        List<Admission> admissions = new ArrayList<>(intakes.size());
        for (Intake intake : intakes) {
            Executed before = executed.get(intake.key());
            admissions.add(before == null ? place(intake, facts, write, caps) : before.answer(intake));
        }
        write.execute(connection);
        caps.execute(connection);
        return keysFirst ? admissions : unlessExecuted(connection, intakes, admissions);
    }

    /** What was placed before is not refused now. */
    private static List<Admission> unlessExecuted(
            Connection connection, List<Intake> intakes, List<Admission> admissions) throws SQLException {
        List<Intake> refused = new ArrayList<>();
        for (int i = 0; i < intakes.size(); i++) {
            if (admissions.get(i) instanceof Refused) {
                refused.add(intakes.get(i));
            }
        }
        if (refused.isEmpty()) {
            return admissions;
        }
        Map<CommandKey, Executed> executed = executed(connection, refused);
        for (int i = 0; i < intakes.size(); i++) {
            Executed before = executed.get(intakes.get(i).key());
            if (before != null) {
                admissions.set(i, before.answer(intakes.get(i)));
            }
        }
        return admissions;
    }

    private static Admission place(Intake intake, Map<Sku, SkuFacts> facts, IntakeWrite write, IntakeCaps caps) {
        return Placing.decide(intake.id(), intake.request(), facts::get, intake.actor(), intake.now(), intake.payBy())
                .decide(new PlacingDecision.Cases<Admission>() {
                    @Override
                    public Admission placed(PlacingDecision.Placed it) {
                        PlacedPurchase purchase = PlacedPurchase.of(it);
                        write.add(intake, it, purchase);
                        intake.request()
                                .lines()
                                .forEach(line -> facts.computeIfPresent(
                                        line.sku(), (sku, fact) -> fact.without(line.quantity())));
                        it.orders()
                                .forEach(changed -> caps.placed(changed.order().merchant(), intake.now()));
                        return new Placed(purchase);
                    }

                    @Override
                    public Admission refused(PlacingDecision.Refused it) {
                        return new Refused(it.lines());
                    }
                });
    }

    private static Map<CommandKey, Executed> executed(Connection connection, List<Intake> intakes) throws SQLException {
        Rows keys = Rows.of(Rows.texts(), Rows.texts());
        intakes.forEach(intake -> keys.add(intake.key().caller(), intake.key().key()));
        Map<CommandKey, Executed> executed = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(EXECUTED)) {
            keys.bind(connection, statement, 1);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    executed.put(
                            new CommandKey(rows.getString(1), rows.getString(2)),
                            new Executed(rows.getString(3), rows.getString(4)));
                }
            }
        }
        return executed;
    }

    /** Locks the stock of what may be left; what was sold out a moment ago is not asked for again. */
    private Map<Sku, SkuFacts> facts(Connection connection, List<Intake> intakes, IntakeWrite write)
            throws SQLException {
        TreeSet<String> skus = new TreeSet<>();
        Map<Sku, SkuFacts> facts = new HashMap<>();
        for (Intake intake : intakes) {
            for (PurchaseLine line : intake.request().lines()) {
                SkuFacts soldOut = known.ifSoldOut(line.sku());
                if (soldOut == null) {
                    skus.add(line.sku().value());
                } else {
                    facts.put(line.sku(), soldOut);
                }
            }
        }
        if (skus.isEmpty()) {
            return facts;
        }
        Rows names = Rows.of(Rows.texts());
        skus.forEach(names::add);
        Instant latest =
                intakes.stream().map(Intake::now).max(Comparator.naturalOrder()).orElseThrow();
        try (PreparedStatement statement = connection.prepareStatement(FACTS)) {
            int next = names.bind(connection, statement, 1);
            statement.setObject(next, IntakeCaps.dayBefore(latest));
            next = names.bind(connection, statement, next + 1);
            names.bind(connection, statement, next);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    SkuFacts fact = new SkuFacts(
                            PostgresOffers.offer(rows, Map.of()),
                            rows.getLong("available"),
                            rows.getObject("orders_left", Integer.class));
                    known.learn(fact);
                    write.locked(fact.offer().sku(), rows.getString("place"));
                    facts.put(fact.offer().sku(), fact);
                }
            }
        }
        return facts;
    }

    /** What was stored under a key before. */
    private record Executed(String fingerprint, String answer) {
        Admission answer(Intake intake) {
            if (!fingerprint.equals(intake.fingerprint())) {
                return new OtherCommand();
            }
            PlacedPurchase purchase = PlacedAnswer.read(answer);
            // Its own id: this very call stored it, and the commit's answer was lost.
            return purchase.id().equals(intake.id()) ? new Placed(purchase) : new Replayed(purchase);
        }
    }
}
