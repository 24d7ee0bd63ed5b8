package io.ordercore.adapters.persistence.postgres;

import io.ordercore.application.CommandKey;
import io.ordercore.application.StaleVersionException;
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
import io.ordercore.domain.order.SkuFacts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One transaction for many purchases. Each is decided by {@link Placing} against what those before it left.
 *
 * <p>Most of the time there is enough of everything. So a group is decided as if there were and its orders are written; only then
 * the stock is locked, in the order of the SKUs, looked at and lowered. The next group that wants one of these SKUs waits for that
 * and for the commit, no longer. Where somebody would be refused, a SKU runs out or a merchant is under a cap, the stock is locked
 * first: nobody is refused by anything but what is locked.
 *
 * <p>A key that was used before is rare, and the unique key notices it when the purchase is written. So keys are looked up for
 * those purchases only of which nothing is written, the refused; or for all, before anything else, if the caller says so.
 */
final class IntakeGroup {
    /** Locks the rows it finds, so that a replay, too, is answered only when the standby has what it repeats. */
    private static final String EXECUTED = "select c.caller, c.key, c.fingerprint, c.answer"
            + " from unnest(?::text[], ?::text[]) as asked (caller, key) join command c using (caller, key)"
            + " for key share of c";

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
     * @throws StaleVersionException if the stock that was thought to suffice falls short: to be repeated, as that is known now
     * @throws SQLException of a unique key, among others, if a key was used before and {@code keysFirst} is false
     */
    List<Admission> store(Connection connection, List<Intake> intakes, boolean keysFirst) throws SQLException {
        Map<CommandKey, Executed> executed = keysFirst ? executed(connection, intakes) : Map.of();
        List<Intake> fresh = executed.isEmpty()
                ? intakes
                : intakes.stream()
                        .filter(one -> !executed.containsKey(one.key()))
                        .toList();
        IntakeFacts facts = IntakeFacts.of(fresh, known, connection);
        if (facts.isPlentyLikely()) {
            Plan plan = new Plan(facts.withPlenty(), intakes, executed);
            if (!plan.refuses) {
                plan.write.insert(connection);
                facts.lockStock(connection);
                if (!facts.suffice(plan.write.taken())) {
                    throw new StaleVersionException("the stock");
                }
                plan.write.reserve(connection, facts::place);
                return plan.admissions;
            }
        }
        facts.lockStock(connection);
        Plan plan = new Plan(facts.locked(connection), intakes, executed);
        plan.write.insert(connection);
        plan.write.reserve(connection, facts::place);
        plan.caps.execute(connection);
        return keysFirst ? plan.admissions : unlessExecuted(connection, intakes, plan.admissions);
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

    /** What becomes of each purchase, and what is to be written for that. */
    private final class Plan {
        private final Map<Sku, SkuFacts> facts;
        private final IntakeCaps caps;
        private final IntakeWrite write = new IntakeWrite(recipients);
        private final List<Admission> admissions = new ArrayList<>();
        private boolean refuses;

        Plan(Map<Sku, SkuFacts> facts, List<Intake> intakes, Map<CommandKey, Executed> executed) {
            this.facts = facts;
            this.caps = new IntakeCaps(facts);
            for (Intake intake : intakes) {
                Executed before = executed.get(intake.key());
                admissions.add(before == null ? place(intake) : before.answer(intake));
            }
        }

        private Admission place(Intake intake) {
            return Placing.decide(
                            intake.id(), intake.request(), facts::get, intake.actor(), intake.now(), intake.payBy())
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
                                    .forEach(changed ->
                                            caps.placed(changed.order().merchant(), intake.now()));
                            return new Placed(purchase);
                        }

                        @Override
                        public Admission refused(PlacingDecision.Refused it) {
                            refuses = true;
                            return new Refused(it.lines());
                        }
                    });
        }
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
