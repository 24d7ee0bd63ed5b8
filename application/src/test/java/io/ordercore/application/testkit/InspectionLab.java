package io.ordercore.application.testkit;

import static io.ordercore.application.testkit.Marketplace.intake;
import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static io.ordercore.domain.testkit.Fixtures.line;
import static io.ordercore.domain.testkit.Fixtures.request;

import io.ordercore.application.Ids;
import io.ordercore.application.StaleVersionException;
import io.ordercore.application.inspection.InspectGoods;
import io.ordercore.application.inspection.InspectionAgency;
import io.ordercore.application.inspection.InspectionListener;
import io.ordercore.application.inspection.InspectionUseCases;
import io.ordercore.application.inspection.ManageAgencies;
import io.ordercore.application.inspection.Suppliers;
import io.ordercore.application.order.OrderChanges;
import io.ordercore.application.order.OrderIntake;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.inspection.Agency;
import io.ordercore.domain.inspection.DefectClass;
import io.ordercore.domain.inspection.Inspection;
import io.ordercore.domain.inspection.InspectionId;
import io.ordercore.domain.inspection.InspectionPolicy;
import io.ordercore.domain.inspection.InspectionReport;
import io.ordercore.domain.inspection.ReportDecision;
import io.ordercore.domain.inspection.ReportRefusal;
import io.ordercore.domain.inspection.SamplingPlan;
import io.ordercore.domain.inspection.Severity;
import io.ordercore.domain.inspection.Switching;
import io.ordercore.domain.order.Hold;
import io.ordercore.domain.order.LineRefusal;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;

/** A marketplace with one product, one agency with keys of its own, and a clock that can be put forward. */
abstract class InspectionLab extends StoreContract {
    static final Sku KETTLE = new Sku("kettle");
    static final String LAB = "first-lab";
    static final Map<DefectClass, Integer> TOO_MANY = Map.of(DefectClass.MAJOR, 9);
    static final Map<DefectClass, Integer> NONE = Map.of();

    private final Laboratory laboratory = new Laboratory();
    final MovableClock ahead = new MovableClock(Instant.EPOCH);
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("UTC only");
        }

        /** The real time, put forward by a test. */
        @Override
        public Instant instant() {
            return Instant.now().plus(Duration.between(Instant.EPOCH, ahead.instant()));
        }
    };
    final ScriptedAgency agency = new ScriptedAgency();
    InspectionUseCases useCases;
    InspectGoods inspectGoods;

    @BeforeEach
    void callTheLab() {
        Ids ids = Ids.timeOrdered(clock, new Random(1));
        OrderChanges changes =
                new OrderChanges(store.transactions(), store.orders(), store.stock(), store.payments(), clock, ids);
        useCases = new InspectionUseCases(
                store,
                changes,
                agency,
                InspectionListener.NONE,
                Suppliers.UNKNOWN,
                Switching.BY_SCORE,
                clock,
                ids,
                new Random(2));
        inspectGoods = useCases.inspectGoods();
        useCases.manageAgencies()
                .register(
                        new ManageAgencies.Registration(LAB, laboratory.publicKey(), Set.of("kitchen", "other"), null),
                        Actor.of("operator-1", Role.OPERATOR));
        marketplace.sells("kettle", "99.00", 1_000_000);
    }

    /** Says what a test tells it to. */
    static final class ScriptedAgency implements InspectionAgency {
        final Queue<Answer> answers = new ArrayDeque<>();
        final List<InspectionId> asked = new ArrayList<>();

        @Override
        public boolean reaches(Agency to) {
            return to.name().equals(LAB);
        }

        @Override
        public Answer order(Agency to, Inspection inspection) {
            asked.add(inspection.id());
            return answers.remove();
        }
    }

    Inspection orderedLot() {
        return inspectGoods.order(new InspectGoods.Command(TEA_HOUSE, KETTLE, "kitchen", 1000, LAB, false));
    }

    Map<DefectClass, SamplingPlan> tightenedPlans() {
        return Map.of(
                DefectClass.CRITICAL, plan(DefectClass.CRITICAL),
                DefectClass.MAJOR, plan(DefectClass.MAJOR),
                DefectClass.MINOR, plan(DefectClass.MINOR));
    }

    private static SamplingPlan plan(DefectClass defectClass) {
        return InspectionPolicy.STANDARD.planFor(1000, "kitchen", defectClass, Severity.TIGHTENED);
    }

    Offer offer() {
        return store.offers().find(KETTLE).orElseThrow();
    }

    static boolean isHeld(Order order) {
        return order.holds().stream().anyMatch(hold -> hold.type() == Hold.Type.QUALITY);
    }

    /** A report that meets an order just being changed is stale as a whole; its agency sends it again. */
    boolean isReported(Inspection inspection) {
        try {
            return reported(inspection, TOO_MANY).isEmpty();
        } catch (StaleVersionException e) {
            return false;
        }
    }

    /** Empty if it was taken. */
    List<ReportRefusal> reported(Inspection inspection, Map<DefectClass, Integer> defective) {
        return refusals(inspection.id(), LAB, signed(inspection, defective));
    }

    List<ReportRefusal> refusals(InspectionId id, String agency, InspectionReport report) {
        return refusals(inspectGoods.report(id, agency, report));
    }

    /** Empty if it was taken. */
    List<ReportRefusal> corrected(Inspection inspection, int entry, Map<DefectClass, Integer> defective) {
        Instant now = clock.instant();
        String reason = "counted twice";
        String signature = sign(InspectionReport.correction(inspection.id(), entry, defective, now, reason));
        return refusals(inspectGoods.correct(
                inspection.id(),
                LAB,
                new InspectGoods.Correction(entry, new InspectionReport(defective, now, signature), reason)));
    }

    static List<ReportRefusal> refusals(Optional<ReportDecision> decision) {
        return decision.orElseThrow().decide(new ReportDecision.Cases<>() {
            @Override
            public List<ReportRefusal> taken(ReportDecision.Taken it) {
                return List.of();
            }

            @Override
            public List<ReportRefusal> refused(ReportDecision.Refused it) {
                return it.reasons();
            }
        });
    }

    InspectionReport signed(Inspection inspection, Map<DefectClass, Integer> defective) {
        Instant now = clock.instant();
        return new InspectionReport(defective, now, sign(InspectionReport.statement(inspection.id(), defective, now)));
    }

    private String sign(String statement) {
        return laboratory.sign(statement);
    }

    boolean isRefused(int n) {
        return marketplace
                .admit(intake(n, request(line("kettle", 1, "99.00"))))
                .decide(new OrderIntake.Admission.Cases<>() {
                    @Override
                    public Boolean placed(OrderIntake.PlacedPurchase purchase) {
                        return false;
                    }

                    @Override
                    public Boolean replayed(OrderIntake.PlacedPurchase purchase) {
                        return false;
                    }

                    @Override
                    public Boolean refused(List<LineRefusal> lines) {
                        return true;
                    }

                    @Override
                    public Boolean otherCommand() {
                        throw new AssertionError("another command");
                    }

                    @Override
                    public Boolean inProgress() {
                        throw new AssertionError("in progress");
                    }

                    @Override
                    public Boolean overloaded(Duration retryAfter) {
                        return false;
                    }
                });
    }
}
