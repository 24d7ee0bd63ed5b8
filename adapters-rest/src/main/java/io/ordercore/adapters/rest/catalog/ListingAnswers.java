package io.ordercore.adapters.rest.catalog;

import io.ordercore.adapters.rest.Answer;
import io.ordercore.adapters.rest.Call;
import io.ordercore.adapters.rest.Parameters;
import io.ordercore.adapters.rest.Problem;
import io.ordercore.adapters.rest.ProblemType;
import io.ordercore.adapters.rest.Violation;
import io.ordercore.application.catalog.listing.FindListings;
import io.ordercore.application.catalog.listing.UnknownListingException;
import io.ordercore.domain.catalog.ListingId;
import io.ordercore.domain.catalog.listing.Listing;
import io.ordercore.domain.catalog.listing.ListingDecision;
import io.ordercore.domain.catalog.listing.ListingRefusal;
import java.util.List;

/** Finds the listings a call may see, and answers what a listing decided. */
final class ListingAnswers {
    private ListingAnswers() {}

    /**
     * A listing by its id in a path.
     *
     * @throws io.ordercore.adapters.rest.ProblemException (404) if there is none, or none the call may touch
     */
    static Listing visible(FindListings listings, String id, Call call) {
        try {
            Listing listing = listings.find(Parameters.id(id, ListingId::new));
            if (call.mayTouch(listing.merchant())) {
                return listing;
            }
        } catch (UnknownListingException unknown) {
            throw Problem.of(ProblemType.NOT_FOUND).exception();
        }
        throw Problem.of(ProblemType.NOT_FOUND).exception();
    }

    static Answer of(Listing listing, Call call) {
        return Answer.ok(ListingView.of(listing, call.locale())).at(listing.version());
    }

    /** A listing started, or a word about the member that names one already. */
    static Answer created(ListingDecision decision, Call call) {
        return decision.decide(new ListingDecision.Cases<>() {
            @Override
            public Answer changed(Listing listing) {
                return Answer.created(call.location("listings", listing.id()), ListingView.of(listing, call.locale()))
                        .at(listing.version());
            }

            @Override
            public Answer refused(ListingRefusal reason) {
                return Problem.of(ProblemType.LISTING_REFUSED, List.of(Violation.at("/id", ProblemType.codeOf(reason))))
                        .answer(call.locale());
            }
        });
    }

    static Answer of(ListingDecision decision, Call call) {
        return decision.decide(new ListingDecision.Cases<>() {
            @Override
            public Answer changed(Listing listing) {
                return ListingAnswers.of(listing, call);
            }

            @Override
            public Answer refused(ListingRefusal reason) {
                return ListingAnswers.refused(reason, call);
            }
        });
    }

    static Answer refused(Enum<?> reason, Call call) {
        return Problem.of(ProblemType.LISTING_REFUSED, List.of(Violation.reason(reason)))
                .answer(call.locale());
    }
}
