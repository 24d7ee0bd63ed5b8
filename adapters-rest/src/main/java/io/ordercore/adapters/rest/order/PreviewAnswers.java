package io.ordercore.adapters.rest.order;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Violation;
import io.ordercore.adapters.rest.money.MoneyBody;
import io.ordercore.application.catalog.ManageOffers;
import io.ordercore.application.order.PreviewPurchase;
import io.ordercore.application.stock.ManageStock;
import io.ordercore.domain.catalog.Offer;
import io.ordercore.domain.order.LineRefusal;
import io.ordercore.domain.order.PlacingDecision;
import io.ordercore.domain.order.PurchaseLine;
import io.ordercore.domain.order.PurchaseRequest;
import io.ordercore.domain.stock.StockItem;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Says of each line of a purchase what it costs now, what is there, and what stands in the way. */
@Singleton
public class PreviewAnswers {
    private final PreviewPurchase previews;
    private final ManageOffers offers;
    private final ManageStock stock;

    @Inject
    public PreviewAnswers(PreviewPurchase previews, ManageOffers offers, ManageStock stock) {
        this.previews = previews;
        this.offers = offers;
        this.stock = stock;
    }

    Answer preview(PurchaseRequest request, Call call) {
        List<LineRefusal> refusals = previews.preview(request, call.actor(null)).decide(new PlacingDecision.Cases<>() {
            @Override
            public List<LineRefusal> placed(PlacingDecision.Placed it) {
                return List.of();
            }

            @Override
            public List<LineRefusal> refused(PlacingDecision.Refused it) {
                return it.lines();
            }
        });
        List<PreviewView.Line> lines = new ArrayList<>(request.lines().size());
        Money total = null;
        for (int i = 0; i < request.lines().size(); i++) {
            PurchaseLine asked = request.lines().get(i);
            Optional<Offer> offer = offers.find(asked.sku());
            lines.add(line(i, asked, offer, refusals, call));
            total = plus(total, offer, asked);
        }
        return Answer.ok(new PreviewView(refusals.isEmpty(), MoneyBody.ofNullable(total), lines));
    }

    private static @Nullable Money plus(@Nullable Money total, Optional<Offer> offer, PurchaseLine asked) {
        if (offer.isEmpty()) {
            return total;
        }
        Money price = offer.get().price().multipliedBy(asked.quantity());
        if (total == null) {
            return price;
        }
        return total.isSameCurrency(price) ? total.plus(price) : total;
    }

    private PreviewView.Line line(
            int index, PurchaseLine asked, Optional<Offer> offer, List<LineRefusal> refusals, Call call) {
        List<PreviewView.Finding> findings = refusals.stream()
                .filter(refusal -> refusal.index() == index)
                .map(PlacingProblems::violation)
                .map(violation -> finding(violation, call))
                .toList();
        return new PreviewView.Line(
                asked.sku().value(),
                offer.map(Offer::title).orElse(null),
                asked.quantity(),
                MoneyBody.of(asked.seenPrice()),
                offer.map(Offer::price).map(MoneyBody::of).orElse(null),
                offer.map(Offer::price).stream()
                        .anyMatch(price ->
                                price.isSameCurrency(asked.seenPrice()) && price.isLessThan(asked.seenPrice())),
                stock.find(asked.sku()).map(StockItem::available).orElse(0L),
                findings);
    }

    private static PreviewView.Finding finding(Violation violation, Call call) {
        return new PreviewView.Finding(violation.code(), violation.detail(call.locale()));
    }
}
