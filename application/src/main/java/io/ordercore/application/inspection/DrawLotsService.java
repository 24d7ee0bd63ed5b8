package io.ordercore.application.inspection;

import io.ordercore.application.Ids;
import io.ordercore.application.Transactions;
import io.ordercore.domain.inspection.Agency;
import io.ordercore.domain.inspection.InspectionId;
import io.ordercore.domain.inspection.InspectionPolicy;
import io.ordercore.domain.inspection.Lot;
import io.ordercore.domain.inspection.LotDraw;
import io.ordercore.domain.inspection.LotRisk;
import io.ordercore.domain.inspection.SelectionReason;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

final class DrawLotsService implements DrawLots {
    private final Transactions transactions;
    private final LotDraws draws;
    private final InspectGoodsService inspectGoods;
    private final Suspension suspension;
    private final Suppliers suppliers;
    private final Agencies agencies;
    private final InspectionPolicy policy;
    private final Clock clock;
    private final Ids ids;
    private final Seeds seeds;

    DrawLotsService(
            Transactions transactions,
            LotDraws draws,
            InspectGoodsService inspectGoods,
            Suspension suspension,
            Suppliers suppliers,
            Agencies agencies,
            InspectionPolicy policy,
            Clock clock,
            Ids ids,
            Seeds seeds) {
        this.transactions = transactions;
        this.draws = draws;
        this.inspectGoods = inspectGoods;
        this.suspension = suspension;
        this.suppliers = suppliers;
        this.agencies = agencies;
        this.policy = policy;
        this.clock = clock;
        this.ids = ids;
        this.seeds = seeds;
    }

    @Override
    public int draw(int limit) {
        Instant now = clock.instant();
        List<LotDraws.Holding> fresh = draws.uncommitted(limit);
        transactions.run(() ->
                fresh.forEach(it -> draws.save(LotDraw.first(ids.next(), it.merchant(), it.sku(), seeds.next(), now))));
        List<LotDraws.Counted> due = draws.due(now, limit);
        due.forEach(counted -> transactions.run(() -> draw(counted, now)));
        return fresh.size() + due.size();
    }

    private void draw(LotDraws.Counted counted, Instant now) {
        LotDraw draw = counted.draw();
        Suppliers.Standing supplier = suppliers.of(draw.merchant(), draw.sku());
        LotRisk risk = new LotRisk(
                supplier.category(),
                supplier.newMerchant(),
                supplier.trusted(),
                supplier.doubtful(),
                supplier.complaintsPerTenThousand(),
                suspension.openCase(draw.sku()).isPresent());
        SelectionReason reason = SelectionReason.of(risk, policy);
        List<String> able = agencies.all().stream()
                .filter(agency -> agency.inspects(supplier.category()))
                .map(Agency::name)
                .toList();
        int size = (int) Math.min(Lot.LARGEST, counted.units());
        InspectionId ordered = null;
        if (draw.selects(reason) && !able.isEmpty()) {
            InspectGoods.Command command = new InspectGoods.Command(
                    draw.merchant(), draw.sku(), supplier.category(), size, draw.agency(able), true);
            ordered = inspectGoods.order(command, draw.draw()).id();
        }
        draws.save(draw.drawn(new LotDraw.Drawn(now, size, risk, reason, able, ordered)));
        draws.save(draw.next(ids.next(), seeds.next(), now));
    }
}
