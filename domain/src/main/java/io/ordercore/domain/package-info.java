/**
 * What is true in an order core: states, rules, money and scores. No input, no output, no clock.
 *
 * <p>One package per capability. Start at {@code order}: an order is one merchant's part of a purchase, and everything
 * else in this module exists to place, change, ship or settle it.
 */
@NullMarked
package io.ordercore.domain;

import org.jspecify.annotations.NullMarked;
