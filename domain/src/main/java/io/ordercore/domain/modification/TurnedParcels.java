package io.ordercore.domain.modification;

import io.ordercore.domain.logistics.Fulfilment;
import io.ordercore.domain.logistics.intercept.Resend;
import io.ordercore.domain.order.OrderLine;
import io.ordercore.domain.order.OrderModification.AddedLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The parcels a carrier is asked to stop or turn, and what is sent when they are back. Lives within one method call. */
final class TurnedParcels {
    private final Map<Integer, Fulfilment> parcels = new TreeMap<>();
    private final Map<Integer, Resend> swaps = new TreeMap<>();

    void add(Fulfilment parcel) {
        parcels.put(parcel.id().number(), parcel);
    }

    int count() {
        return parcels.size();
    }

    /** Units of a line in all of them. */
    int units(OrderLine line) {
        return parcels.values().stream()
                .mapToInt(parcel -> parcel.units().getOrDefault(line.number(), 0))
                .sum();
    }

    boolean isSwapped(OrderLine line) {
        return swaps.containsKey(line.number());
    }

    void swap(OrderLine line, AddedLine instead) {
        swaps.put(line.number(), new Resend(line.number(), instead.units(), instead));
    }

    /**
     * What is sent when each parcel is back.
     *
     * @param again whether anything is: the other goods, and again what stays as it was
     */
    Map<Integer, List<Resend>> resends(boolean again) {
        Map<Integer, Integer> swapped = new HashMap<>();
        Map<Integer, List<Resend>> sent = new TreeMap<>();
        parcels.forEach((number, parcel) -> sent.put(number, again ? resends(parcel, swapped) : List.of()));
        return sent;
    }

    private List<Resend> resends(Fulfilment parcel, Map<Integer, Integer> swapped) {
        List<Resend> instead = new ArrayList<>();
        parcel.units().forEach((line, units) -> {
            Resend swap = swaps.get(line);
            AddedLine other = swap == null ? null : swap.instead();
            int before = swapped.getOrDefault(line, 0);
            int here = swap == null ? 0 : Math.min(units, swap.units() - before);
            if (here > 0 && other != null) {
                instead.add(new Resend(line, here, new AddedLine(other.sku(), other.title(), other.unitPrice(), here)));
                swapped.put(line, before + here);
            }
            if (units > here) {
                instead.add(new Resend(line, units - here, null));
            }
        });
        return instead;
    }

    /** The lines that come back and the ones that are sent instead; what they are worth is settled when they are back. */
    List<QuotedLine> quoted(Map<Integer, OrderLine> lines) {
        List<QuotedLine> quoted = new ArrayList<>();
        swaps.forEach((number, swap) -> {
            OrderLine old = lines.get(number);
            AddedLine other = swap.instead();
            if (old != null && other != null) {
                quoted.add(QuotedLine.of(old, swap.units(), 0));
                quoted.add(QuotedLine.of(other));
            }
        });
        return quoted;
    }
}
