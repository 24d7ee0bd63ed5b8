package io.ordercore.application.catalog.listing;

import io.ordercore.application.Ids;
import io.ordercore.application.Transactions;
import io.ordercore.application.catalog.PriceReviews;
import io.ordercore.application.notice.Notices;
import io.ordercore.domain.notice.Notice;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

final class WatchReviewsService implements WatchReviews {
    private final Transactions transactions;
    private final ReviewQueue queue;
    private final PriceReviews prices;
    private final Notices notices;
    private final Consumer<Overdue> told;
    private final Ids ids;
    private final Clock clock;

    WatchReviewsService(
            Transactions transactions,
            ListingStore store,
            Notices notices,
            Consumer<Overdue> told,
            Ids ids,
            Clock clock) {
        this.transactions = transactions;
        this.queue = store.reviewQueue();
        this.prices = store.priceReviews();
        this.notices = notices;
        this.told = told;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<Overdue> watch(int limit) {
        Instant now = clock.instant();
        return transactions.run(() -> {
            List<Overdue> late = Stream.concat(
                            queue.takeOverdue(now, limit).stream()
                                    .map(task -> new Overdue(
                                            Overdue.Kind.LISTING,
                                            task.listing().value(),
                                            task.merchant(),
                                            task.submitted(),
                                            task.due())),
                            prices.takeOverdue(now, limit).stream()
                                    .map(review -> new Overdue(
                                            Overdue.Kind.PRICE,
                                            review.sku().value(),
                                            review.merchant(),
                                            review.submitted(),
                                            review.due())))
                    .toList();
            late.forEach(each -> tell(each, now));
            return late;
        });
    }

    private void tell(Overdue late, Instant now) {
        String kind = late.kind().name().toLowerCase(Locale.ROOT);
        notices.tell(new Notice(
                ids.next(),
                Notice.Recipient.merchant(late.merchant().value()),
                "review-overdue/" + kind + "/" + late.subject() + "/" + late.due(),
                kind + "-review-overdue",
                late.subject(),
                Map.of("subject", late.subject(), "due", late.due().toString()),
                now));
        told.accept(late);
    }

    @Override
    public Backlog backlog() {
        Instant now = clock.instant();
        return queue.backlog(now).plus(prices.backlog(now));
    }
}
