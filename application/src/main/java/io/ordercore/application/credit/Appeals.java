package io.ordercore.application.credit;

import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.credit.Appeal;
import io.ordercore.domain.party.MerchantId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every appeal ever made. */
public interface Appeals {
    Optional<Appeal> find(String id);

    /**
     * Stores an appeal, new or decided.
     *
     * @throws StaleVersionException if it is decided already, or is the second one about the same evidence
     */
    void save(Appeal appeal);

    /**
     * Appeals, the earliest first.
     *
     * @param merchant null for all merchants
     * @param openOnly whether to leave out what is decided
     * @param after the last one of the page before; null for the first page
     */
    List<Appeal> list(@Nullable MerchantId merchant, boolean openOnly, @Nullable String after, int limit);
}
