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
import io.ordercore.domain.inspection.Rectifications;
import io.ordercore.domain.inspection.ReportDecision;
import io.ordercore.domain.inspection.Severity;
import io.ordercore.domain.inspection.Switching;
import io.ordercore.domain.inspection.SwitchingEvent;
import io.ordercore.domain.inspection.SwitchingState;
import io.ordercore.domain.party.MerchantId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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
    private final InspectionAgency agency;
    private final Suspension suspension;
    private final Agencies agencies;
    private final InspectionListener listener;
    private final Suppliers suppliers;
    private final InspectionPolicy policy;
    private final Switching switching;
    private final Clock clock;
    private final Ids ids;
    private final Seeds seeds;

    InspectGoodsService(
            Transactions transactions,
            Inspections inspections,
            AgencyOrders orders,
            InspectionAgency agency,
            Suspension suspension,
            Agencies agencies,
            InspectionListener listener,
            Suppliers suppliers,
            InspectionPolicy policy,
            Switching switching,
            Clock clock,
            Ids ids,
            Seeds seeds) {
        this.transactions = transactions;
        this.inspections = inspections;
        this.orders = orders;
        this.agency = agency;
        this.suspension = suspension;
        this.agencies = agencies;
        this.listener = listener;
        this.suppliers = suppliers;
        this.policy = policy;
        this.switching = switching;
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
            if (agency.reaches(inspection.agency())) {
                orders.save(AgencyOrder.made(inspection, inspection.orderedAt()));
            }
            return inspection;
        });
    }

    @Override
    public Optional<ReportDecision> report(InspectionId id, String agency, InspectionReport report) {
        String statement = InspectionReport.statement(id, report.defective(), report.inspectedAt());
        boolean signed = agencies.hasSigned(agency, statement, report.signature());
        return heard(id, (inspection, now) -> inspection.reported(agency, report, signed, now));
    }

    @Override
    public Optional<ReportDecision> correct(InspectionId id, String agency, Correction correction) {
        InspectionReport report = correction.report();
        String statement = InspectionReport.correction(
                id, correction.corrects(), report.defective(), report.inspectedAt(), correction.reason());
        boolean signed = agencies.hasSigned(agency, statement, report.signature());
        return heard(
                id,
                (inspection, now) ->
                        inspection.corrected(agency, correction.corrects(), report, correction.reason(), signed, now));
    }

    private Optional<ReportDecision> heard(InspectionId id, BiFunction<Inspection, Instant, ReportDecision> decide) {
        return transactions.run(() -> inspections.find(id).map(found -> {
            inspections.lock(found.lot().sku());
            ReportDecision decision = decide.apply(inspections.find(id).orElseThrow(), now());
            decision.decide(new ReportDecision.Cases<Boolean>() {
                @Override
                public Boolean taken(ReportDecision.Taken it) {
                    inspections.save(it.inspection());
                    suspension.settle(it.inspection().lot()).forEach(listener::withdrawn);
                    listener.judged(
                            it.inspection(),
                            isDiscontinued(it.inspection().lot().merchant()));
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

    /** A product whose inspection is discontinued has an open rectification. */
    private boolean isDiscontinued(MerchantId merchant) {
        return inspections.openRectifications(merchant).stream()
                .anyMatch(open -> states(open.sku()).containsValue(InspectionState.DISCONTINUED));
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
    public List<Agency> agencies() {
        return agencies.all();
    }

    @Override
    public List<Inspection> list(@Nullable MerchantId merchant, @Nullable InspectionId after, int limit) {
        return inspections.list(merchant, after, limit);
    }

    @Override
    public Map<DefectClass, InspectionState> states(Sku sku) {
        List<Inspection> history = inspections.of(sku);
        List<Rectification> cases = Rectifications.of(history);
        Map<DefectClass, InspectionState> states = new EnumMap<>(DefectClass.class);
        for (DefectClass defectClass : DefectClass.values()) {
            states.put(defectClass, state(history, cases, defectClass).state());
        }
        return states;
    }

    @Override
    public List<Rectification> rectifications(Sku sku) {
        return inspections.rectifications(sku);
    }

    /** A pure fold over what was reported; a product that was rectified is the approved correction. */
    private SwitchingState state(List<Inspection> history, List<Rectification> cases, DefectClass defectClass) {
        List<SwitchingEvent> events = new ArrayList<>();
        history.forEach(inspection -> inspection.judged(defectClass, policy).ifPresent(events::add));
        for (Rectification rectification : cases) {
            Instant closedAt = rectification.closedAt();
            if (closedAt != null && rectification.outcome() == Rectification.Outcome.RECTIFIED) {
                events.add(new SwitchingEvent.CorrectionApproved("rectified-" + rectification.id(), closedAt));
            }
        }
        return switching.fold(Switching.start(true), events);
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
