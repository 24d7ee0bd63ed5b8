package io.ordercore.domain.catalog.listing;

import io.ordercore.domain.catalog.review.Review;
import io.ordercore.domain.catalog.review.ReviewSubject;

/** What the automatic review looked at, and what it said: kept so that a resubmission re-runs only what changed. */
public record Reviewed(ReviewSubject subject, Review review) {}
