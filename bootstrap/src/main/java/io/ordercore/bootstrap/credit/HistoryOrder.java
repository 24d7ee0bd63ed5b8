package io.ordercore.bootstrap.credit;

import io.ordercore.bootstrap.csv.CsvRow;
import io.ordercore.domain.credit.Attribution;
import io.ordercore.domain.credit.Evidence;
import io.ordercore.domain.credit.Lane;
import io.ordercore.domain.credit.Problem;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of an order history, and what of it was known at an instant. Times are local to the file, without a zone.
 *
 * @param promisedBefore the end of the promised day
 */
record HistoryOrder(
        String id,
        String merchant,
        String category,
        Lane lane,
        boolean cancelled,
        LocalDateTime purchased,
        @Nullable LocalDateTime shipBy,
        @Nullable LocalDateTime handedOver,
        @Nullable LocalDateTime delivered,
        LocalDateTime promisedBefore,
        @Nullable Integer rating,
        @Nullable LocalDateTime rated) {
    private static final Duration MATURITY = Duration.ofDays(30);
    private static final int LOW = 2;

    static HistoryOrder of(CsvRow row) {
        String status = row.text("status").toLowerCase(Locale.ROOT);
        return new HistoryOrder(
                row.text("order_id"),
                row.text("merchant_id"),
                row.optional("category").orElse("unknown"),
                new Lane(
                        row.optional("merchant_state").orElse("unknown"),
                        row.optional("buyer_state").orElse("unknown")),
                status.equals("canceled") || status.equals("unavailable"),
                row.read("purchased_at", HistoryOrder::time),
                row.readOptional("ship_by", HistoryOrder::time).orElse(null),
                row.readOptional("handed_over_at", HistoryOrder::time).orElse(null),
                row.readOptional("delivered_at", HistoryOrder::time).orElse(null),
                row.read("promised_day", LocalDate::parse).plusDays(1).atStartOfDay(),
                row.readOptional("review_score", text -> (int) Double.parseDouble(text))
                        .orElse(null),
                row.readOptional("reviewed_at", HistoryOrder::time).orElse(null));
    }

    private static LocalDateTime time(String text) {
        return LocalDateTime.parse(text.replace(' ', 'T'));
    }

    /** Whether the order ended badly, all told: a low rating, a broken promise, or no delivery at all. */
    boolean endedBadly() {
        return (rating != null && rating <= LOW)
                || cancelled
                || (delivered != null && !delivered.isBefore(promisedBefore));
    }

    boolean isRatedAt(LocalDateTime cut) {
        return rating != null && rated != null && rated.isBefore(cut);
    }

    boolean isDeliveredAt(LocalDateTime cut) {
        return delivered != null && delivered.isBefore(cut);
    }

    /** Delivered after the promised day, or not delivered when it had passed. */
    boolean isLateAt(LocalDateTime cut) {
        return isDeliveredAt(cut)
                ? delivered != null && !delivered.isBefore(promisedBefore)
                : !promisedBefore.isAfter(cut);
    }

    /** Closed (delivered and rated), or 30 days old. A cancellation's time is not in the file: it is known with its cohort. */
    boolean isMatureAt(LocalDateTime cut) {
        return isClosedAt(cut) || isOldAt(cut);
    }

    private boolean isClosedAt(LocalDateTime cut) {
        return isDeliveredAt(cut) && isRatedAt(cut);
    }

    private boolean isOldAt(LocalDateTime cut) {
        return !purchased.plus(MATURITY).isAfter(cut);
    }

    /** Whether it was known by then that the parcel left in time or not. */
    boolean isHandOverKnownAt(LocalDateTime cut) {
        return shipBy != null && ((handedOver != null && handedOver.isBefore(cut)) || shipBy.isBefore(cut));
    }

    boolean isHandedOverLateAt(LocalDateTime cut) {
        if (shipBy == null) {
            return false;
        }
        return (handedOver != null && handedOver.isBefore(cut)) ? handedOver.isAfter(shipBy) : shipBy.isBefore(cut);
    }

    /** The order's outcome as it was known then; the order must be mature. */
    Evidence.OrderOutcome outcomeAt(LocalDateTime cut) {
        Set<Problem> problems = EnumSet.noneOf(Problem.class);
        if (cancelled && isOldAt(cut)) {
            problems.add(Problem.CANCELLED_BY_MERCHANT);
        }
        if (isLateAt(cut)) {
            problems.add(Problem.DELIVERED_LATE);
        }
        if (isRatedAt(cut) && rating != null && rating <= LOW) {
            problems.add(Problem.LOW_RATING);
        }
        Attribution attribution = Attribution.of(problems, !isHandedOverLateAt(cut));
        LocalDate day = purchased.toLocalDate();
        LocalDate knownOn = isOldAt(cut) ? day.plusDays(MATURITY.toDays()) : cut.toLocalDate();
        return new Evidence.OrderOutcome(id, day, knownOn, category, lane, attribution.end(), attribution.owner());
    }

    Evidence.HandOver handOverAt(LocalDateTime cut) {
        return new Evidence.HandOver(id + "/hand-over", purchased.toLocalDate(), isHandedOverLateAt(cut));
    }
}
