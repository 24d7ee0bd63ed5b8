package io.ordercore.application.inspection;

import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.inspection.CorrectiveAction;
import java.util.List;

/** What was done about the causes of discontinued inspections, and who approved it. */
public interface CorrectiveActions {
    /** Those of a product, the first recorded first. */
    List<CorrectiveAction> of(Sku sku);

    /**
     * Stores one.
     *
     * @throws StaleVersionException if the stored one is not at the version before; version 1 means that there is none
     */
    void save(CorrectiveAction action);
}
