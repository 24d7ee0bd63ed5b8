/**
 * The automatic review of what merchants say: a pure function of content, facts and a version of the rules. Start at
 * {@link io.ordercore.domain.catalog.review.AutomaticReview}; the rules stand in order in
 * {@link io.ordercore.domain.catalog.review.ReviewRules}, their limits and word lists are data in a
 * {@link io.ordercore.domain.catalog.review.RuleSet}.
 */
@NullMarked
package io.ordercore.domain.catalog.review;

import org.jspecify.annotations.NullMarked;
