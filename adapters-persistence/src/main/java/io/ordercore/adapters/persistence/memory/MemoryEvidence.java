package io.ordercore.adapters.persistence.memory;

import io.ordercore.application.credit.EvidenceFiles;
import io.ordercore.domain.credit.Evidence;
import io.ordercore.domain.credit.KeptEvidence;
import io.ordercore.domain.credit.Owner;
import io.ordercore.domain.party.MerchantId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Evidence by merchant, in the order of learning. */
final class MemoryEvidence implements EvidenceFiles {
    private final MemoryTransactions transactions;
    private final TreeMap<String, Map<String, KeptEvidence>> pieces = new TreeMap<>();

    MemoryEvidence(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean add(KeptEvidence piece) {
        return transactions.run(() -> {
            Map<String, KeptEvidence> own =
                    pieces.computeIfAbsent(piece.merchant().value(), merchant -> new LinkedHashMap<>());
            if (own.containsKey(piece.evidence().id())) {
                return false;
            }
            transactions.put(own, piece.evidence().id(), piece);
            return true;
        });
    }

    @Override
    public Optional<KeptEvidence> find(MerchantId merchant, String id) {
        return transactions.read(() -> Optional.ofNullable(of(merchant).get(id)));
    }

    @Override
    public List<Evidence> counting(MerchantId merchant) {
        return transactions.read(() -> of(merchant).values().stream()
                .filter(KeptEvidence::counts)
                .map(KeptEvidence::evidence)
                .toList());
    }

    @Override
    public List<KeptEvidence> list(MerchantId merchant, @Nullable String after, int limit) {
        List<KeptEvidence> latest = transactions.read(() -> {
            List<KeptEvidence> all = new ArrayList<>(of(merchant).values());
            Collections.reverse(all);
            return all;
        });
        return latest.stream()
                .dropWhile(piece -> after != null && !piece.evidence().id().equals(after))
                .skip(after == null ? 0 : 1)
                .limit(limit)
                .toList();
    }

    @Override
    public void give(MerchantId merchant, String id, Owner owner) {
        change(merchant, id, piece -> piece.givenTo(owner));
    }

    @Override
    public void withdraw(MerchantId merchant, String id) {
        change(merchant, id, KeptEvidence::withdrawing);
    }

    private void change(MerchantId merchant, String id, UnaryOperator<KeptEvidence> change) {
        transactions.run(() -> {
            Map<String, KeptEvidence> own = of(merchant);
            KeptEvidence piece = own.get(id);
            if (piece != null) {
                transactions.put(own, id, change.apply(piece));
            }
        });
    }

    @Override
    public void forEach(Consumer<KeptEvidence> work) {
        List<KeptEvidence> all = transactions.read(() -> pieces.values().stream()
                .flatMap(own -> own.values().stream())
                .filter(KeptEvidence::counts)
                .toList());
        all.forEach(work);
    }

    private Map<String, KeptEvidence> of(MerchantId merchant) {
        return pieces.getOrDefault(merchant.value(), Map.of());
    }
}
