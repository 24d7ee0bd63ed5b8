/**
 * What can be asked of the order core, and what it needs for it. Start at {@link io.ordercore.application.Ordercore}: a
 * {@link io.ordercore.application.Store}, gateways and a clock in, every use case out.
 *
 * <p>One package per capability. Verb phrases are in-ports (what you may ask), plural nouns and gateways are out-ports (what
 * an adapter implements). A use case loads, decides, saves and tells, in one transaction; no carrier or payment provider is
 * called inside one.
 */
@NullMarked
package io.ordercore.application;

import org.jspecify.annotations.NullMarked;
