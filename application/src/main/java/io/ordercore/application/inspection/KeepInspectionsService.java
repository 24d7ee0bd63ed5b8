package io.ordercore.application.inspection;

import io.ordercore.application.Ids;
import io.ordercore.application.Transactions;
import io.ordercore.domain.inspection.Inspection;
import io.ordercore.domain.inspection.InspectionPolicy;
import io.ordercore.domain.inspection.Lot;
import io.ordercore.domain.inspection.LotDraw;
import io.ordercore.domain.inspection.LotRisk;
import io.ordercore.domain.inspection.Rectification;
import io.ordercore.domain.inspection.SelectionReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

final class KeepInspectionsService implements KeepInspections {
    private static final Duration PERIOD = Duration.ofDays(7);
    private static final int SEED_BYTES = 32;

    private final Transactions transactions;
    private final Inspections inspections;
    private final LotDraws draws;
    private final InspectGoods inspectGoods;
    private final Suspension suspension;
    private final QualityNotices notices;
    private final Suppliers suppliers;
    private final Agencies agencies;
    private final InspectionListener listener;
    private final InspectionPolicy policy;
    private final Clock clock;
    private final Ids ids;
    private final RandomGenerator random;

    KeepInspectionsService(
            Transactions transactions,
            Inspections inspections,
            LotDraws draws,
            InspectGoods inspectGoods,
            Suspension suspension,
            QualityNotices notices,
            Suppliers suppliers,
            Agencies agencies,
            InspectionListener listener,
            InspectionPolicy policy,
            Clock clock,
            Ids ids,
            RandomGenerator random) {
        this.transactions = transactions;
        this.inspections = inspections;
        this.draws = draws;
        this.inspectGoods = inspectGoods;
        this.suspension = suspension;
        this.notices = notices;
        this.suppliers = suppliers;
        this.agencies = agencies;
        this.listener = listener;
        this.policy = policy;
        this.clock = clock;
        this.ids = ids;
        this.random = random;
    }

    @Override
    public int keep(int limit) {
        Instant now = clock.instant();
        return tell(now, limit) + remind(now, limit) + draw(now, limit);
    }

    private int tell(Instant now, int limit) {
        List<Rectification> untold = inspections.untold(limit);
        untold.forEach(failed -> transactions.run(() -> {
            notices.tell(failed, now);
            inspections.told(failed.id(), now);
        }));
        return untold.size();
    }

    private int remind(Instant now, int limit) {
        List<Rectification> overdue = inspections.overdue(now, limit);
        overdue.forEach(late -> transactions.run(() -> {
            notices.overdue(late, now);
            inspections.reminded(late.id(), now);
            listener.overdue(late);
        }));
        return overdue.size();
    }

    private int draw(Instant now, int limit) {
        List<LotDraws.Holding> holdings = draws.undrawn(now.minus(PERIOD), limit);
        holdings.forEach(holding -> transactions.run(() -> draw(holding, now)));
        return holdings.size();
    }

    private void draw(LotDraws.Holding holding, Instant now) {
        Suppliers.Standing supplier = suppliers.of(holding.merchant(), holding.sku());
        LotRisk risk = new LotRisk(
                supplier.category(),
                supplier.newMerchant(),
                supplier.trusted(),
                supplier.doubtful(),
                supplier.complaintsPerTenThousand(),
                suspension.openCase(holding.sku()).isPresent());
        int size = (int) Math.min(Lot.LARGEST, holding.units());
        LotDraw draw = LotDraw.of(
                ids.next(), holding.merchant(), holding.sku(), size, SelectionReason.of(risk, policy), seed(), now);
        List<String> known = agencies.names();
        if (draw.selected() && !known.isEmpty()) {
            String agency = known.get(Math.floorMod(draw.draw().seed().hashCode(), known.size()));
            Inspection ordered = inspectGoods.order(new InspectGoods.Command(
                    holding.merchant(), holding.sku(), supplier.category(), size, agency, true));
            draw = draw.ordered(ordered.id());
        }
        draws.save(draw);
    }

    private String seed() {
        byte[] bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
