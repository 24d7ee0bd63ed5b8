package io.ordercore.domain.catalog.listing;

import java.util.function.Function;

/** What became of a request to change a listing. */
public sealed interface ListingDecision {
    <R> R decide(Cases<R> cases);

    /** One method per outcome. */
    interface Cases<R> {
        R changed(Listing listing);

        R refused(ListingRefusal reason);
    }

    /** The next decision, if this one changed the listing. */
    default ListingDecision then(Function<Listing, ListingDecision> next) {
        return decide(new Cases<>() {
            @Override
            public ListingDecision changed(Listing listing) {
                return next.apply(listing);
            }

            @Override
            public ListingDecision refused(ListingRefusal reason) {
                return ListingDecision.this;
            }
        });
    }

    /** The listing as it is to be stored. */
    record Changed(Listing listing) implements ListingDecision {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.changed(listing);
        }
    }

    /** Nothing changes. */
    record Refused(ListingRefusal reason) implements ListingDecision {
        @Override
        public <R> R decide(Cases<R> cases) {
            return cases.refused(reason);
        }
    }
}
