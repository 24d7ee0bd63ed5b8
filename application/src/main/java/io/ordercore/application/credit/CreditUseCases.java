package io.ordercore.application.credit;

import io.ordercore.application.Ids;
import io.ordercore.application.Store;
import io.ordercore.application.inspection.InspectionListener;
import io.ordercore.application.inspection.Suppliers;
import io.ordercore.application.logistics.Carriers;
import io.ordercore.application.order.OrderEventListener;
import io.ordercore.domain.credit.OutcomeTerms;
import java.time.Clock;

/** The door to merchants' credit: what can be asked of it, made from the ports it takes. */
public final class CreditUseCases {
    private final Store store;
    private final Categories categories;
    private final Clock clock;
    private final Ids ids;
    private final History history;
    private final Learning learning;
    private final OrderOutcomes outcomes;
    private final Responses responses;
    private final DepositAccounts deposits;
    private final CreditReactions reactions;

    public CreditUseCases(
            Store store, Categories categories, OutcomeTerms terms, Carriers carriers, Clock clock, Ids ids) {
        this.store = store;
        this.categories = categories;
        this.clock = clock;
        this.ids = ids;
        this.history = new History(store.credit().credits(), store.notices(), ids);
        this.learning = new Learning(store.credit(), store.sellers(), history);
        ParcelScans scans = new ParcelScans(store.parcels(), carriers);
        this.outcomes = new OrderOutcomes(store.transactions(), store.credit().orders(), learning, scans, terms);
        this.responses = new Responses(store.merchantQuestions(), learning, terms.answerWithin());
        this.deposits =
                new DepositAccounts(store.credit().deposits(), store.credit().payouts());
        this.reactions = new CreditReactions(
                store.orders(), categories, outcomes, learning, store.credit().payouts(), clock);
    }

    public FindCredit findCredit() {
        return new FindCreditService(store.credit(), learning, deposits, clock);
    }

    public ReportProblem reportProblem() {
        return new ReportProblemService(store.transactions(), outcomes, clock);
    }

    public RecordEvidence recordEvidence() {
        return (merchant, piece) -> store.transactions().run(() -> learning.learn(merchant, piece, clock.instant()));
    }

    public AppealEvidence appealEvidence() {
        return new AppealEvidenceService(store.transactions(), store.credit(), learning, history, clock, ids);
    }

    public LiftSanction liftSanction() {
        return new LiftSanctionService(store.transactions(), learning, clock);
    }

    public FindDeposit findDeposit() {
        return new FindDepositService(store.credit().deposits(), deposits, learning, clock);
    }

    public TopUpDeposit topUpDeposit() {
        return command -> store.transactions()
                .run(() ->
                        deposits.toppedUp(command.merchant(), command.amount(), command.reference(), clock.instant()));
    }

    public ForfeitDeposit forfeitDeposit() {
        return new ForfeitDepositService(store.transactions(), deposits, history, clock);
    }

    public KeepCredit keepCredit() {
        return new KeepCreditService(
                store.transactions(), store.credit(), learning, outcomes, responses, deposits, clock);
    }

    /** What has to follow when something happens to orders. */
    public OrderEventListener reactions() {
        return reactions;
    }

    /** How merchants stand when their goods are inspected. */
    public Suppliers suppliers() {
        return new CreditedSuppliers(categories, learning, clock);
    }

    /** What has to follow when lots are judged. */
    public InspectionListener inspectionListener() {
        return reactions;
    }
}
