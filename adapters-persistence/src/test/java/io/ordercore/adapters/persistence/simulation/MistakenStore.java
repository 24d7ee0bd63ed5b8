package io.ordercore.adapters.persistence.simulation;

import io.ordercore.adapters.persistence.memory.MemoryStore;
import io.ordercore.application.CommandLog;
import io.ordercore.application.Store;
import io.ordercore.application.Transactions;
import io.ordercore.application.aftersale.BuyerClaims;
import io.ordercore.application.aftersale.Returns;
import io.ordercore.application.catalog.OfferFeed;
import io.ordercore.application.catalog.Offers;
import io.ordercore.application.catalog.Sellers;
import io.ordercore.application.catalog.listing.ListingStore;
import io.ordercore.application.credit.CreditBooks;
import io.ordercore.application.inspection.Agencies;
import io.ordercore.application.inspection.AgencyOrders;
import io.ordercore.application.inspection.CorrectiveActions;
import io.ordercore.application.inspection.Inspections;
import io.ordercore.application.inspection.LotDraws;
import io.ordercore.application.logistics.CallBudgets;
import io.ordercore.application.logistics.Fulfilments;
import io.ordercore.application.logistics.PushLog;
import io.ordercore.application.logistics.TrackedParcels;
import io.ordercore.application.logistics.arrival.Journeys;
import io.ordercore.application.logistics.carriage.Carriages;
import io.ordercore.application.logistics.incident.IncidentCases;
import io.ordercore.application.logistics.incident.Vouchers;
import io.ordercore.application.logistics.intercept.Interceptions;
import io.ordercore.application.modification.ChangeSets;
import io.ordercore.application.notice.Notices;
import io.ordercore.application.notice.webhook.Webhooks;
import io.ordercore.application.order.EventFeed;
import io.ordercore.application.order.MerchantQuestions;
import io.ordercore.application.order.OrderEventListener;
import io.ordercore.application.order.OrderIntake;
import io.ordercore.application.order.OrderQuery;
import io.ordercore.application.order.Orders;
import io.ordercore.application.payment.Payments;
import io.ordercore.application.stock.Stock;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.order.OrderDecision;
import io.ordercore.domain.order.OrderEvent;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.order.Purchase;
import io.ordercore.domain.order.PurchaseId;
import io.ordercore.domain.payment.PaymentIntent;
import io.ordercore.domain.payment.PaymentTransaction;
import io.ordercore.domain.payment.TransactionId;
import io.ordercore.domain.payment.TransactionStatus;
import io.ordercore.domain.stock.StockItem;
import io.ordercore.domain.stock.StockMove;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A store that makes one {@link Mistake}, and is as good as the one behind it otherwise. */
final class MistakenStore implements Store {
    private final MemoryStore store;
    private final Mistake mistake;
    private final OrderEventListener tooEarly;

    MistakenStore(MemoryStore store, Mistake mistake, OrderEventListener tooEarly) {
        this.store = store;
        this.mistake = mistake;
        this.tooEarly = tooEarly;
    }

    @Override
    public Transactions transactions() {
        return store.transactions();
    }

    @Override
    public CommandLog commands() {
        return store.commands();
    }

    @Override
    public OrderIntake intake() {
        return store.intake();
    }

    @Override
    public EventFeed events() {
        return store.events();
    }

    @Override
    public Fulfilments fulfilments() {
        return store.fulfilments();
    }

    @Override
    public Sellers sellers() {
        return store.sellers();
    }

    @Override
    public CreditBooks credit() {
        return store.credit();
    }

    @Override
    public MerchantQuestions merchantQuestions() {
        return store.merchantQuestions();
    }

    @Override
    public CorrectiveActions correctiveActions() {
        return store.correctiveActions();
    }

    @Override
    public Agencies agencies() {
        return store.agencies();
    }

    @Override
    public AgencyOrders agencyOrders() {
        return store.agencyOrders();
    }

    @Override
    public LotDraws lotDraws() {
        return store.lotDraws();
    }

    @Override
    public Inspections inspections() {
        return store.inspections();
    }

    @Override
    public TrackedParcels parcels() {
        return store.parcels();
    }

    @Override
    public Webhooks webhooks() {
        return store.webhooks();
    }

    @Override
    public Journeys journeys() {
        return store.journeys();
    }

    @Override
    public Vouchers vouchers() {
        return store.vouchers();
    }

    @Override
    public IncidentCases incidents() {
        return store.incidents();
    }

    @Override
    public PushLog pushes() {
        return store.pushes();
    }

    @Override
    public CallBudgets callBudgets() {
        return store.callBudgets();
    }

    @Override
    public Notices notices() {
        return store.notices();
    }

    @Override
    public OfferFeed offerFeed() {
        return store.offerFeed();
    }

    @Override
    public Offers offers() {
        return store.offers();
    }

    @Override
    public Orders orders() {
        return mistake == Mistake.EVENT_BEFORE_COMMIT ? new TellingOrders() : store.orders();
    }

    @Override
    public ListingStore catalog() {
        return store.catalog();
    }

    @Override
    public Stock stock() {
        return mistake == Mistake.RELEASE_TWICE ? new GenerousStock() : store.stock();
    }

    @Override
    public ChangeSets changeSets() {
        return store.changeSets();
    }

    @Override
    public Returns returns() {
        return store.returns();
    }

    @Override
    public BuyerClaims claims() {
        return store.claims();
    }

    @Override
    public Carriages carriages() {
        return store.carriages();
    }

    @Override
    public Interceptions interceptions() {
        return store.interceptions();
    }

    @Override
    public Payments payments() {
        return mistake == Mistake.REFUND_WITHOUT_CEILING ? new GenerousPayments() : store.payments();
    }

    private final class GenerousStock implements Stock {
        @Override
        public Optional<StockItem> find(Sku sku) {
            return store.stock().find(sku);
        }

        @Override
        public Map<Sku, StockItem> find(Collection<Sku> skus) {
            return store.stock().find(skus);
        }

        @Override
        public void count(List<StockItem> items) {
            store.stock().count(items);
        }

        @Override
        public void apply(List<StockMove> moves) {
            List<StockMove> all = new ArrayList<>(moves);
            for (StockMove move : moves) {
                long reserved = find(move.sku()).map(StockItem::reserved).orElse(0L);
                if (move.kind() == StockMove.Kind.RELEASE && reserved >= 2L * move.quantity()) {
                    all.add(move);
                }
            }
            store.stock().apply(all);
        }
    }

    private final class GenerousPayments implements Payments {
        @Override
        public Optional<PaymentIntent> find(PurchaseId purchase) {
            return store.payments().find(purchase);
        }

        @Override
        public void save(PaymentIntent intent, long baseVersion) {
            List<PaymentTransaction> all = new ArrayList<>(intent.transactions());
            for (PaymentTransaction it : intent.transactions()) {
                TransactionId again = new TransactionId(new UUID(
                        ~it.id().value().getMostSignificantBits(),
                        it.id().value().getLeastSignificantBits()));
                if (it.kind() == PaymentTransaction.Kind.REFUND
                        && it.status() == TransactionStatus.INIT
                        && intent.transaction(again).isEmpty()) {
                    all.add(new PaymentTransaction(
                            again,
                            it.kind(),
                            it.status(),
                            it.amount(),
                            it.follows(),
                            null,
                            null,
                            null,
                            null,
                            0,
                            it.at()));
                }
            }
            store.payments()
                    .save(
                            new PaymentIntent(
                                    intent.purchase(),
                                    intent.currency(),
                                    intent.shares(),
                                    intent.token(),
                                    all,
                                    intent.version()),
                            baseVersion);
        }

        @Override
        public List<PurchaseId> toInquire(Instant now, int limit) {
            return store.payments().toInquire(now, limit);
        }
    }

    private final class TellingOrders implements Orders {
        @Override
        public Optional<Order> find(OrderId id) {
            return store.orders().find(id);
        }

        @Override
        public Optional<Purchase> purchase(PurchaseId id) {
            return store.orders().purchase(id);
        }

        @Override
        public void save(List<OrderDecision.Changed> changes) {
            store.orders().save(changes);
            changes.forEach(changed -> tooEarly.happened(changed.events()));
        }

        @Override
        public List<OrderEvent> history(OrderId id, long after) {
            return store.orders().history(id, after);
        }

        @Override
        public List<Order> list(OrderQuery query) {
            return store.orders().list(query);
        }

        @Override
        public List<Order> due(Instant now, int skip, int limit) {
            return store.orders().due(now, skip, limit);
        }

        @Override
        public Optional<Instant> earliestDeadline() {
            return store.orders().earliestDeadline();
        }
    }
}
