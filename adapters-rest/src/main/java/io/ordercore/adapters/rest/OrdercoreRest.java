package io.ordercore.adapters.rest;

import io.ordercore.adapters.rest.aftersale.AfterSalePolicyResource;
import io.ordercore.adapters.rest.aftersale.ClaimResource;
import io.ordercore.adapters.rest.aftersale.ReturnResource;
import io.ordercore.adapters.rest.catalog.AdoptionResource;
import io.ordercore.adapters.rest.catalog.ListingResource;
import io.ordercore.adapters.rest.catalog.LiveOffers;
import io.ordercore.adapters.rest.catalog.OfferChangesResource;
import io.ordercore.adapters.rest.catalog.OfferListResource;
import io.ordercore.adapters.rest.catalog.OfferResource;
import io.ordercore.adapters.rest.catalog.OfferStreamResource;
import io.ordercore.adapters.rest.catalog.PriceReviewResource;
import io.ordercore.adapters.rest.catalog.ReviewResource;
import io.ordercore.adapters.rest.catalog.ReviewRulesResource;
import io.ordercore.adapters.rest.catalog.StockListResource;
import io.ordercore.adapters.rest.credit.AppealResource;
import io.ordercore.adapters.rest.credit.DepositResource;
import io.ordercore.adapters.rest.credit.MerchantResource;
import io.ordercore.adapters.rest.credit.OrderProblemResource;
import io.ordercore.adapters.rest.inspection.AgencyResource;
import io.ordercore.adapters.rest.inspection.CorrectiveActionResource;
import io.ordercore.adapters.rest.inspection.DrawResource;
import io.ordercore.adapters.rest.inspection.InspectionResource;
import io.ordercore.adapters.rest.inspection.SamplingPlanResource;
import io.ordercore.adapters.rest.logistics.CarriageResource;
import io.ordercore.adapters.rest.logistics.CarrierPushResource;
import io.ordercore.adapters.rest.logistics.EndangeredParcelResource;
import io.ordercore.adapters.rest.logistics.FulfilmentResource;
import io.ordercore.adapters.rest.logistics.IncidentResource;
import io.ordercore.adapters.rest.logistics.InterceptionResource;
import io.ordercore.adapters.rest.logistics.LiveTracking;
import io.ordercore.adapters.rest.logistics.OrderFulfilmentsResource;
import io.ordercore.adapters.rest.logistics.OrderIncidentsResource;
import io.ordercore.adapters.rest.logistics.ReturnedParcelResource;
import io.ordercore.adapters.rest.logistics.TrackingResource;
import io.ordercore.adapters.rest.logistics.VoucherRedemptionResource;
import io.ordercore.adapters.rest.logistics.VoucherResource;
import io.ordercore.adapters.rest.modification.ModificationPolicyResource;
import io.ordercore.adapters.rest.modification.ModificationResource;
import io.ordercore.adapters.rest.modification.WaitingModificationsResource;
import io.ordercore.adapters.rest.notice.NoticeResource;
import io.ordercore.adapters.rest.notice.WebhookResource;
import io.ordercore.adapters.rest.order.LiveEvents;
import io.ordercore.adapters.rest.order.OrderEventsResource;
import io.ordercore.adapters.rest.order.OrderResource;
import io.ordercore.adapters.rest.order.PreviewAnswers;
import io.ordercore.adapters.rest.order.PurchaseResource;
import io.ordercore.adapters.rest.payment.ModificationPaymentResource;
import io.ordercore.adapters.rest.payment.OrderPaymentResource;
import io.ordercore.adapters.rest.payment.PaymentResource;
import io.ordercore.adapters.rest.payment.ProviderMessageResource;
import io.ordercore.adapters.rest.stock.StockResource;
import java.util.List;

/**
 * What an embedder registers with its Jakarta REST runtime.
 *
 * <p>The runtime injects by constructor: the use cases ({@code PlacePurchase}, {@code RunOnce} ...), a Jakarta Validation {@code
 * Validator}, and the {@link #helpers}. It authenticates: the name of the {@code SecurityContext}'s principal is the subject, its
 * roles are {@code buyer}, {@code merchant}, {@code warehouse}, {@code agent}, {@code reviewer}, {@code inspector} and {@code
 * operator}. A runtime that scans for beans (CDI) finds all of it by itself.
 */
public final class OrdercoreRest {
    private OrdercoreRest() {}

    /** Resource classes, one instance each or one per request. */
    public static List<Class<?>> resources() {
        return List.of(
                PurchaseResource.class,
                PaymentResource.class,
                ProviderMessageResource.class,
                ModificationResource.class,
                InterceptionResource.class,
                ReturnedParcelResource.class,
                ReturnResource.class,
                ClaimResource.class,
                AfterSalePolicyResource.class,
                ModificationPaymentResource.class,
                OrderPaymentResource.class,
                ModificationPolicyResource.class,
                WaitingModificationsResource.class,
                OrderResource.class,
                OrderEventsResource.class,
                OrderFulfilmentsResource.class,
                FulfilmentResource.class,
                OfferResource.class,
                OfferListResource.class,
                OfferChangesResource.class,
                OfferStreamResource.class,
                AdoptionResource.class,
                ListingResource.class,
                ReviewResource.class,
                PriceReviewResource.class,
                ReviewRulesResource.class,
                StockResource.class,
                StockListResource.class,
                InspectionResource.class,
                DrawResource.class,
                AgencyResource.class,
                CorrectiveActionResource.class,
                SamplingPlanResource.class,
                MerchantResource.class,
                DepositResource.class,
                AppealResource.class,
                OrderProblemResource.class,
                NoticeResource.class,
                WebhookResource.class,
                TrackingResource.class,
                CarrierPushResource.class,
                CarriageResource.class,
                EndangeredParcelResource.class,
                IncidentResource.class,
                VoucherResource.class,
                VoucherRedemptionResource.class,
                OrderIncidentsResource.class);
    }

    /** Filters and exception mappers. */
    public static List<Class<?>> providers() {
        return List.of(
                AccessFilter.class,
                SecurityHeaders.class,
                ProblemMapper.OfAnything.class,
                ProblemMapper.OfProblems.class,
                ProblemMapper.OfWeb.class,
                ProblemMapper.OfViolations.class,
                ProblemMapper.OfJson.class,
                ProblemMapper.OfShape.class);
    }

    /** What resources have injected besides use cases; singletons. */
    public static List<Class<?>> helpers() {
        return List.of(
                Bodies.class, Once.class, PreviewAnswers.class, LiveEvents.class, LiveTracking.class, LiveOffers.class);
    }
}
