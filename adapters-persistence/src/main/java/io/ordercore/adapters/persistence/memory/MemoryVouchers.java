package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.logistics.incident.Vouchers;
import io.ordercore.domain.logistics.incident.Voucher;
import io.ordercore.domain.order.OrderId;
import io.ordercore.domain.party.BuyerId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Vouchers by what they were given for. */
final class MemoryVouchers implements Vouchers {
    private final MemoryTransactions transactions;
    private final Map<String, Voucher> vouchers = new HashMap<>();

    MemoryVouchers(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean issue(Voucher voucher) {
        return transactions.run(() -> {
            if (vouchers.containsKey(voucher.forWhat())) {
                return false;
            }
            transactions.put(vouchers, voucher.forWhat(), voucher);
            return true;
        });
    }

    @Override
    public Optional<Voucher> find(String code) {
        return matching(it -> it.code().equals(code)).stream().findFirst();
    }

    @Override
    public List<Voucher> of(BuyerId buyer) {
        return matching(it -> it.buyer().equals(buyer)).stream()
                .sorted(Comparator.comparing(Voucher::issuedAt)
                        .thenComparing(Voucher::code)
                        .reversed())
                .toList();
    }

    @Override
    public List<Voucher> redeemedFor(OrderId order) {
        return matching(it -> order.equals(it.redeemedFor())).stream()
                .sorted(Comparator.comparing(Voucher::code))
                .toList();
    }

    @Override
    public boolean redeem(String code, OrderId order, Instant now) {
        return transactions.run(() -> find(code)
                .filter(it -> it.redeemedFor() == null && !it.hasExpired(now))
                .map(it -> {
                    transactions.put(vouchers, it.forWhat(), it.redeemedFor(order));
                    return true;
                })
                .orElse(false));
    }

    @Override
    public void release(String code, OrderId order, Instant expiresAt) {
        transactions.run(() -> find(code)
                .filter(it -> order.equals(it.redeemedFor()))
                .ifPresent(it -> transactions.put(
                        vouchers, it.forWhat(), it.redeemedFor(null).validUntil(expiresAt))));
    }

    private List<Voucher> matching(Predicate<Voucher> wanted) {
        return transactions.read(() -> vouchers.values().stream().filter(wanted).toList());
    }
}
