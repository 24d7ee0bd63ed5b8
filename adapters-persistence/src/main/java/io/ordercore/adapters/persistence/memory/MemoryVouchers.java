package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.logistics.incident.Vouchers;
import io.ordercore.domain.logistics.incident.Voucher;
import io.ordercore.domain.party.BuyerId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    public List<Voucher> of(BuyerId buyer) {
        return transactions.read(() -> vouchers.values().stream()
                .filter(it -> it.buyer().equals(buyer))
                .sorted(Comparator.comparing(Voucher::issuedAt)
                        .thenComparing(Voucher::code)
                        .reversed())
                .toList());
    }
}
