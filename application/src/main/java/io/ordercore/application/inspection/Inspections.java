package io.ordercore.application.inspection;

import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.inspection.Inspection;
import io.ordercore.domain.inspection.InspectionId;
import io.ordercore.domain.inspection.Rectification;
import io.ordercore.domain.inspection.RectificationId;
import io.ordercore.domain.party.MerchantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every inspection ever ordered, and every rectification that followed. */
public interface Inspections {
    Optional<Inspection> find(InspectionId id);

    /**
     * Stores an inspection, new or with one more entry. Entries that are stored are never changed.
     *
     * @throws StaleVersionException if the stored one is not at the version before; version 1 means that there is none
     */
    void save(Inspection inspection);

    /** Waits until nobody else judges the product; nobody else does until the running transaction ends. */
    void lock(Sku sku);

    /** All inspections of a product, the earliest ordered first. */
    List<Inspection> of(Sku sku);

    /**
     * Inspections, the latest ordered first.
     *
     * @param merchant null for all merchants
     * @param after the last one of the page before; null for the first page
     */
    List<Inspection> list(@Nullable MerchantId merchant, @Nullable InspectionId after, int limit);

    /** All rectifications of a product, the earliest first; at most the last one is open. */
    List<Rectification> rectifications(Sku sku);

    /** The products with an open rectification. */
    Set<Sku> underRectification();

    /** What a merchant has to rectify now, the earliest first. */
    List<Rectification> openRectifications(MerchantId merchant);

    /**
     * What the buyers were not told yet, the earliest first: failed lots, but for cases that ended before anybody was told of
     * them, and withdrawals of what they were told.
     */
    List<Rectification> untold(int limit);

    /** The buyers were told of the case as it stands. */
    void told(RectificationId rectification, Instant now);

    /** What should have been rectified by an instant, is not, and nobody was reminded of; the longest overdue first. */
    List<Rectification> overdue(Instant now, int limit);

    /** The merchant was reminded. */
    void reminded(RectificationId rectification, Instant now);

    /**
     * Stores a rectification, new or closed.
     *
     * @throws StaleVersionException if another one of the product is open
     */
    void save(Rectification rectification);
}
