package io.ordercore.application.inspection;

import io.ordercore.application.Ids;
import io.ordercore.application.Transactions;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.inspection.AgencyOrder;
import io.ordercore.domain.inspection.DefectClass;
import io.ordercore.domain.inspection.FairDraw;
import io.ordercore.domain.inspection.Inspection;
import io.ordercore.domain.inspection.InspectionId;
import io.ordercore.domain.inspection.InspectionPolicy;
import io.ordercore.domain.inspection.InspectionReport;
import io.ordercore.domain.inspection.InspectionState;
import io.ordercore.domain.inspection.Lot;
import io.ordercore.domain.inspection.Rectification;
import io.ordercore.domain.inspection.ReportDecision;
import io.ordercore.domain.inspection.Severity;
import io.ordercore.domain.party.MerchantId;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

final class InspectGoodsService implements InspectGoods {
    private final Transactions transactions;
    private final Inspections inspections;
    private final AgencyOrders orders;
    private final InspectionAgency gateway;
    private final Suspension suspension;
    private final Agencies agencies;
    private final InspectionListener listener;
    private final Suppliers suppliers;
    private final InspectionPolicy policy;
    private final Clock clock;
    private final Ids ids;
    private final Seeds seeds;

    InspectGoodsService(
            Transactions transactions,
            Inspections inspections,
            AgencyOrders orders,
            InspectionAgency gateway,
            Suspension suspension,
            Agencies agencies,
            InspectionListener listener,
            Suppliers suppliers,
            InspectionPolicy policy,
            Clock clock,
            Ids ids,
            Seeds seeds) {
        this.transactions = transactions;
        this.inspections = inspections;
        this.orders = orders;
        this.gateway = gateway;
        this.suspension = suspension;
        this.agencies = agencies;
        this.listener = listener;
        this.suppliers = suppliers;
        this.policy = policy;
        this.clock = clock;
        this.ids = ids;
        this.seeds = seeds;
    }

    @Override
    public Inspection order(Command command) {
        InspectionId id = new InspectionId(ids.next());
        return order(id, command, new FairDraw(seeds.next(), id.toString()));
    }

    /** Orders what a draw selected: the units, too, follow from the seed that was recorded for it. */
    Inspection order(Command command, FairDraw draw) {
        return order(new InspectionId(ids.next()), command, draw);
    }

    private Inspection order(InspectionId id, Command command, FairDraw draw) {
        return transactions.run(() -> {
            boolean original = suspension.openCase(command.sku()).isEmpty();
            Suppliers.Standing supplier = suppliers.of(command.merchant(), command.sku());
            Inspection inspection = Inspection.ordered(
                    id,
                    new Lot(command.merchant(), command.sku(), command.category(), command.lotSize(), original),
                    command.agency(),
                    draw,
                    severities(command.sku(), original, supplier),
                    policy,
                    command.steady() && supplier.reducedApproved(),
                    now());
            inspections.save(inspection);
            if (agencies.find(inspection.agency()).filter(gateway::reaches).isPresent()) {
                orders.save(AgencyOrder.made(inspection, inspection.orderedAt()));
            }
            return inspection;
        });
    }

    @Override
    public Optional<ReportDecision> report(InspectionId id, String agency, InspectionReport report) {
        String statement = InspectionReport.statement(id, report.defective(), report.inspectedAt());
        return heard(
                id,
                (inspection, now) ->
                        inspection.reported(agency, report, isSigned(agency, statement, report.signature(), now), now));
    }

    @Override
    public Optional<ReportDecision> correct(InspectionId id, String agency, Correction correction) {
        InspectionReport report = correction.report();
        String statement = InspectionReport.correction(
                id, correction.corrects(), report.defective(), report.inspectedAt(), correction.reason());
        return heard(
                id,
                (inspection, now) -> inspection.corrected(
                        agency,
                        correction.corrects(),
                        report,
                        correction.reason(),
                        isSigned(agency, statement, report.signature(), now),
                        now));
    }

    /** False for an agency nobody knows. */
    private boolean isSigned(String agency, String statement, String signature, Instant now) {
        return agencies.find(agency)
                .filter(known -> AgencySignature.isOf(known, statement, signature, now))
                .isPresent();
    }

    private Optional<ReportDecision> heard(InspectionId id, BiFunction<Inspection, Instant, ReportDecision> decide) {
        return transactions.run(() -> inspections.find(id).map(found -> {
            inspections.lock(found.lot().sku());
            ReportDecision decision = decide.apply(inspections.find(id).orElseThrow(), now());
            decision.decide(new ReportDecision.Cases<Boolean>() {
                @Override
                public Boolean taken(ReportDecision.Taken it) {
                    inspections.save(it.inspection());
                    Lot lot = it.inspection().lot();
                    suspension.settle(lot.merchant(), lot.sku()).forEach(listener::withdrawn);
                    listener.judged(it.inspection(), suspension.isDiscontinued(lot.merchant()));
                    return true;
                }

                @Override
                public Boolean refused(ReportDecision.Refused it) {
                    return false;
                }
            });
            return decision;
        }));
    }

    @Override
    public Optional<Inspection> find(InspectionId id) {
        return inspections.find(id);
    }

    @Override
    public Optional<AgencyOrder> sent(InspectionId id) {
        return orders.find(id);
    }

    @Override
    public List<Inspection> list(@Nullable MerchantId merchant, @Nullable InspectionId after, int limit) {
        return inspections.list(merchant, after, limit);
    }

    @Override
    public Map<DefectClass, InspectionState> states(Sku sku) {
        return suspension.states(sku);
    }

    @Override
    public List<Rectification> rectifications(Sku sku) {
        return inspections.rectifications(sku);
    }

    private Map<DefectClass, Severity> severities(Sku sku, boolean original, Suppliers.Standing supplier) {
        Map<DefectClass, Severity> severities = new EnumMap<>(DefectClass.class);
        states(sku)
                .forEach((defectClass, state) -> severities.put(
                        defectClass,
                        original && !supplier.tightened() ? allowed(state.severity(), supplier) : Severity.TIGHTENED));
        return severities;
    }

    /** Reduced inspection is a perk: it ends with the approval. */
    private static Severity allowed(Severity severity, Suppliers.Standing supplier) {
        return severity == Severity.REDUCED && !supplier.reducedApproved() ? Severity.NORMAL : severity;
    }

    private Instant now() {
        return clock.instant();
    }
}
