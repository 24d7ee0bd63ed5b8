package io.ordercore.application.inspection;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.inspection.AgencyOrder;
import io.ordercore.domain.inspection.DefectClass;
import io.ordercore.domain.inspection.Inspection;
import io.ordercore.domain.inspection.InspectionId;
import io.ordercore.domain.inspection.InspectionReport;
import io.ordercore.domain.inspection.InspectionState;
import io.ordercore.domain.inspection.Rectification;
import io.ordercore.domain.inspection.ReportDecision;
import io.ordercore.domain.party.MerchantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders inspections of lots and acts on what the agencies report. */
public interface InspectGoods {
    /**
     * Draws a lot's units and orders its inspection; its agency is told as soon as it can be reached. While a rectification is
     * open the lot counts as submitted again.
     */
    Inspection order(Command command);

    /**
     * Takes an agency's report. When this returns, a product that was not accepted can be ordered by nobody, and its orders
     * that are not shipped are held; one accepted after a rectification is on sale again and its orders go on.
     *
     * @return empty for an inspection nobody ordered
     */
    Optional<ReportDecision> report(InspectionId id, String agency, InspectionReport report);

    /**
     * Takes an agency's correction of its own result. The corrected entry stays in the inspection's history; switching,
     * suspension, rectification and the merchant's credit are what they would be had the correction been the report. Not
     * accepted after all: off sale when this returns. Accepted after all: on sale, unless something else holds the product.
     *
     * @return empty for an inspection nobody ordered
     */
    Optional<ReportDecision> correct(InspectionId id, String agency, Correction correction);

    Optional<Inspection> find(InspectionId id);

    /** How an inspection reaches its agency; empty where the agency looks for itself. */
    Optional<AgencyOrder> sent(InspectionId id);

    /** Inspections, the latest first, at most {@code limit}, after the last one of the page before. */
    List<Inspection> list(@Nullable MerchantId merchant, @Nullable InspectionId after, int limit);

    /** Where a product stands in the switching scheme, per class of defects. */
    Map<DefectClass, InspectionState> states(Sku sku);

    /** The rectifications of a product, the earliest first. */
    List<Rectification> rectifications(Sku sku);

    /**
     * What is asked.
     *
     * @param steady whether production is steady and the platform approves of reduced inspection for this merchant
     */
    record Command(MerchantId merchant, Sku sku, String category, int lotSize, String agency, boolean steady) {}

    /**
     * What was wrong.
     *
     * @param corrects the number of the entry it takes the place of, the last one
     * @param report what is right, signed as {@link InspectionReport#correction} says
     */
    record Correction(int corrects, InspectionReport report, String reason) {}
}
