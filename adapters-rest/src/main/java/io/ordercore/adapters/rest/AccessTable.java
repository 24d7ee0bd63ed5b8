package io.ordercore.adapters.rest;

import static io.ordercore.adapters.rest.ObjectRule.ANY;
import static io.ordercore.adapters.rest.ObjectRule.OWN;
import static io.ordercore.domain.party.Role.AGENT;
import static io.ordercore.domain.party.Role.BUYER;
import static io.ordercore.domain.party.Role.CARRIER;
import static io.ordercore.domain.party.Role.INSPECTOR;
import static io.ordercore.domain.party.Role.MERCHANT;
import static io.ordercore.domain.party.Role.OPERATOR;
import static io.ordercore.domain.party.Role.REVIEWER;
import static io.ordercore.domain.party.Role.SYSTEM;
import static io.ordercore.domain.party.Role.WAREHOUSE;
import static java.util.Map.entry;

import io.ordercore.domain.party.Role;
import java.util.Map;
import java.util.Set;

/**
 * Who may do what: operation (its OpenAPI operationId), role, object rule. Whatever is not in the table is denied; a test fails
 * when an operation has no row, or a row no operation.
 */
final class AccessTable {
    private static final Map<Role, ObjectRule> READ_ORDERS =
            Map.of(BUYER, OWN, MERCHANT, OWN, WAREHOUSE, ANY, AGENT, ANY, OPERATOR, ANY);
    private static final Map<Role, ObjectRule> ACT_FOR_BUYER = Map.of(BUYER, OWN, AGENT, ANY, OPERATOR, ANY);
    private static final Map<Role, ObjectRule> CHANGE_ORDERS =
            Map.of(BUYER, OWN, MERCHANT, OWN, AGENT, ANY, OPERATOR, ANY);
    private static final Map<Role, ObjectRule> FULFIL = Map.of(MERCHANT, OWN, WAREHOUSE, ANY, OPERATOR, ANY);
    private static final Map<Role, ObjectRule> SELL = Map.of(MERCHANT, OWN, OPERATOR, ANY);
    private static final Map<Role, ObjectRule> INSPECT = Map.of(INSPECTOR, ANY, OPERATOR, ANY);
    private static final Map<Role, ObjectRule> READ_INSPECTIONS = Map.of(MERCHANT, OWN, INSPECTOR, ANY, OPERATOR, ANY);
    private static final Map<Role, ObjectRule> EVERYBODY =
            Map.of(BUYER, ANY, MERCHANT, ANY, WAREHOUSE, ANY, AGENT, ANY, REVIEWER, ANY, INSPECTOR, ANY, OPERATOR, ANY);

    private static final Map<Role, ObjectRule> READ_LISTINGS =
            Map.of(MERCHANT, OWN, REVIEWER, ANY, INSPECTOR, ANY, OPERATOR, ANY);
    private static final Map<Role, ObjectRule> READ_PRICE_REVIEWS = Map.of(MERCHANT, OWN, REVIEWER, ANY, OPERATOR, ANY);
    private static final Map<Role, ObjectRule> REVIEW = Map.of(REVIEWER, ANY, OPERATOR, ANY);

    private static final Map<String, Map<Role, ObjectRule>> ROWS = Map.ofEntries(
            entry("previewPurchase", ACT_FOR_BUYER),
            entry("placePurchase", Map.of(BUYER, OWN, AGENT, ANY)),
            entry("getPurchase", ACT_FOR_BUYER),
            entry("payPurchase", ACT_FOR_BUYER),
            entry("listOrders", READ_ORDERS),
            entry("getOrder", READ_ORDERS),
            entry("getOrderHistory", READ_ORDERS),
            entry("streamOrderEvents", READ_ORDERS),
            entry("cancelOrder", CHANGE_ORDERS),
            entry("receiveOrder", ACT_FOR_BUYER),
            entry("requestModification", CHANGE_ORDERS),
            entry("listModifications", READ_ORDERS),
            entry("getModification", READ_ORDERS),
            entry("explainModification", READ_ORDERS),
            entry("consentToModification", ACT_FOR_BUYER),
            entry("approveModification", FULFIL),
            entry("declineModification", READ_ORDERS),
            entry("payModification", ACT_FOR_BUYER),
            entry("listInterceptions", READ_ORDERS),
            entry("getInterception", READ_ORDERS),
            entry("receiveInterceptedParcel", FULFIL),
            entry("writeOffInterceptedParcel", FULFIL),
            entry("receiveParcel", FULFIL),
            entry("cancelInterception", CHANGE_ORDERS),
            entry("payOrder", ACT_FOR_BUYER),
            entry("requestReturn", ACT_FOR_BUYER),
            entry("listReturns", READ_ORDERS),
            entry("getReturn", READ_ORDERS),
            entry("approveReturn", SELL),
            entry("declineReturn", SELL),
            entry("cancelReturn", ACT_FOR_BUYER),
            entry("sendReturn", ACT_FOR_BUYER),
            entry("receiveReturn", FULFIL),
            entry("inspectReturn", FULFIL),
            entry("fileClaim", ACT_FOR_BUYER),
            entry("listClaims", READ_ORDERS),
            entry("getClaim", READ_ORDERS),
            entry("approveClaim", SELL),
            entry("denyClaim", SELL),
            entry("getAfterSalePolicy", READ_ORDERS),
            entry("getModificationPolicies", READ_ORDERS),
            entry("listWaitingModifications", Map.of(WAREHOUSE, ANY, AGENT, ANY, OPERATOR, ANY)),
            entry("releaseFulfilment", FULFIL),
            entry("getFulfilment", READ_ORDERS),
            entry("pickFulfilment", FULFIL),
            entry("packFulfilment", FULFIL),
            entry("handOverFulfilment", FULFIL),
            entry("deliverFulfilment", FULFIL),
            entry("bookCarriage", FULFIL),
            entry("getCarriage", FULFIL),
            entry("cancelCarriage", FULFIL),
            entry("listOffers", EVERYBODY),
            entry("getOffer", EVERYBODY),
            entry("putOffer", SELL),
            entry("putOffers", SELL),
            entry("listOfferChanges", EVERYBODY),
            entry("streamOffers", EVERYBODY),
            entry("getStock", Map.of(MERCHANT, OWN, WAREHOUSE, ANY, AGENT, ANY, OPERATOR, ANY)),
            entry("putStock", SELL),
            entry("putStockCounts", SELL),
            entry("listInspections", READ_INSPECTIONS),
            entry("getInspection", READ_INSPECTIONS),
            entry("getInspectionCurve", READ_INSPECTIONS),
            entry("getInspectionDraw", READ_INSPECTIONS),
            entry("getInspectionOrder", INSPECT),
            entry("listDraws", READ_INSPECTIONS),
            entry("listInspectionAgencies", READ_INSPECTIONS),
            entry("getInspectionAgency", READ_INSPECTIONS),
            entry("putInspectionAgency", Map.of(OPERATOR, ANY)),
            entry("rotateInspectionAgencyKey", Map.of(OPERATOR, ANY)),
            entry("getInspectionAgencyHistory", Map.of(OPERATOR, ANY)),
            entry("getProductQuality", READ_INSPECTIONS),
            entry("listCorrectiveActions", READ_INSPECTIONS),
            entry("recordCorrectiveAction", SELL),
            entry("decideCorrectiveAction", Map.of(OPERATOR, ANY)),
            entry("orderInspection", INSPECT),
            entry("getSamplingPlan", READ_INSPECTIONS),
            entry("getSamplingPlanCurve", READ_INSPECTIONS),
            entry("listMerchants", Map.of(OPERATOR, ANY)),
            entry("getMerchantCredit", SELL),
            entry("getCreditHistory", SELL),
            entry("listCreditEvidence", SELL),
            entry("recordCreditEvidence", Map.of(OPERATOR, ANY)),
            entry("liftSanction", Map.of(OPERATOR, ANY)),
            entry("listPayouts", SELL),
            entry("getDeposit", SELL),
            entry("listDepositEntries", SELL),
            entry("topUpDeposit", Map.of(OPERATOR, ANY)),
            entry("forfeitDeposit", Map.of(OPERATOR, ANY)),
            entry("listAppeals", SELL),
            entry("getAppeal", SELL),
            entry("openAppeal", Map.of(MERCHANT, OWN)),
            entry("decideAppeal", Map.of(OPERATOR, ANY)),
            entry("rateOrder", Map.of(BUYER, OWN)),
            entry("recordFinding", Map.of(AGENT, ANY, OPERATOR, ANY)),
            entry("reportInspection", INSPECT),
            entry("correctInspection", INSPECT),
            entry("registerWebhook", SELL),
            entry("listWebhooks", SELL),
            entry("getWebhook", SELL),
            entry("removeWebhook", SELL),
            entry("rotateWebhookSecret", SELL),
            entry("enableWebhook", SELL),
            entry("replayWebhook", SELL),
            entry("listWebhookDeliveries", SELL),
            entry("listNotices", Map.of(BUYER, OWN, MERCHANT, OWN, AGENT, ANY, OPERATOR, ANY)),
            entry("adoptGoods", Map.of(OPERATOR, ANY)),
            entry("listListings", READ_LISTINGS),
            entry("getListing", READ_LISTINGS),
            entry("draftListing", SELL),
            entry("reviseListing", SELL),
            entry("submitListing", SELL),
            entry("retireListing", SELL),
            entry("suspendListing", Map.of(INSPECTOR, ANY, OPERATOR, ANY)),
            entry("reinstateListing", Map.of(INSPECTOR, ANY, OPERATOR, ANY)),
            entry("listPriceReviews", READ_PRICE_REVIEWS),
            entry("getPriceReview", READ_PRICE_REVIEWS),
            entry("approvePrice", REVIEW),
            entry("rejectPrice", REVIEW),
            entry("listReviewTasks", REVIEW),
            entry("claimNextReview", REVIEW),
            entry("claimReview", REVIEW),
            entry("approveListing", REVIEW),
            entry("requestListingChanges", REVIEW),
            entry("rejectListing", REVIEW),
            entry("listRuleSets", REVIEW),
            entry("getRuleSet", REVIEW),
            entry("addRuleSet", Map.of(OPERATOR, ANY)),
            entry("tryRuleSet", Map.of(OPERATOR, ANY)),
            entry("chooseRuleSet", Map.of(OPERATOR, ANY)),
            entry("getTracking", READ_ORDERS),
            entry("streamTracking", READ_ORDERS),
            entry("listEndangeredParcels", Map.of(AGENT, ANY, OPERATOR, ANY)),
            entry("listIncidents", Map.of(AGENT, ANY, OPERATOR, ANY)),
            entry("getIncidentRates", Map.of(OPERATOR, ANY)),
            entry("remedyIncident", Map.of(AGENT, ANY, OPERATOR, ANY)),
            entry("listOrderIncidents", READ_ORDERS),
            entry("chooseRemedy", ACT_FOR_BUYER),
            entry("listVouchers", ACT_FOR_BUYER),
            entry("redeemVoucher", ACT_FOR_BUYER),
            entry("resolveIncident", Map.of(AGENT, ANY, OPERATOR, ANY)),
            entry("pushFromCarrier", Map.of(CARRIER, OWN)),
            entry("hearPaymentProvider", Map.of(SYSTEM, OWN)));

    private AccessTable() {}

    /** The roles that may, each with its object rule; empty for an operation that is not in the table. */
    static Map<Role, ObjectRule> of(String operation) {
        return ROWS.getOrDefault(operation, Map.of());
    }

    static Set<String> operations() {
        return ROWS.keySet();
    }
}
