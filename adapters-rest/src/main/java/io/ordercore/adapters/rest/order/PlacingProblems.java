package io.ordercore.adapters.rest.order;

import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.adapters.rest.Violation;
import io.ordercore.adapters.rest.money.MoneyBody;
import io.ordercore.domain.order.LineRefusal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why a purchase was not placed, as a problem that names every line, its current price and what is left. */
final class PlacingProblems {
    private PlacingProblems() {}

    /** The gravest reason gives the type: first what can never succeed, then what changed, then what ran out. */
    static Problem of(List<LineRefusal> refusals) {
        LineRefusal.Reason gravest = refusals.stream()
                .map(LineRefusal::reason)
                .min(Comparator.comparing(PlacingProblems::rank))
                .orElseThrow();
        return Problem.of(
                type(gravest), refusals.stream().map(PlacingProblems::violation).toList());
    }

    static Violation violation(LineRefusal refusal) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("sku", refusal.sku().value());
        if (refusal.price() != null) {
            facts.put("price", MoneyBody.of(refusal.price()));
            facts.put("available", refusal.available());
        }
        return new Violation("/lines/" + refusal.index(), ProblemType.codeOf(refusal.reason()), facts);
    }

    private static ProblemType type(LineRefusal.Reason reason) {
        return switch (reason) {
            case UNKNOWN_SKU -> ProblemType.UNKNOWN_SKU;
            case OTHER_CURRENCY -> ProblemType.OTHER_CURRENCY;
            case NOT_ORDERABLE -> ProblemType.NOT_ORDERABLE;
            case MERCHANT_AT_LIMIT -> ProblemType.MERCHANT_AT_LIMIT;
            case PRICE_CHANGED -> ProblemType.PRICE_CHANGED;
            case INSUFFICIENT_STOCK -> ProblemType.INSUFFICIENT_STOCK;
        };
    }

    private static int rank(LineRefusal.Reason reason) {
        return switch (reason) {
            case UNKNOWN_SKU -> 0;
            case OTHER_CURRENCY -> 1;
            case NOT_ORDERABLE -> 2;
            case MERCHANT_AT_LIMIT -> 3;
            case PRICE_CHANGED -> 4;
            case INSUFFICIENT_STOCK -> 5;
        };
    }
}
