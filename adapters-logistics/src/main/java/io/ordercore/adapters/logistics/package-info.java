/**
 * Carriers' own interfaces, each read by one class: {@link io.ordercore.adapters.logistics.Kuaidi100},
 * {@link io.ordercore.adapters.logistics.SfExpress}, {@link io.ordercore.adapters.logistics.DhlUnified},
 * {@link io.ordercore.adapters.logistics.FedEx}, {@link io.ordercore.adapters.logistics.CanadaPost},
 * {@link io.ordercore.adapters.logistics.EasyPost}.
 *
 * <p>What they share is written once: {@code CarrierHttp} asks within a deadline and names what went wrong,
 * {@code CodeTable} reads a carrier's vocabulary from a file beside it, {@code CarrierTimes} reads its times.
 */
@NullMarked
package io.ordercore.adapters.logistics;

import org.jspecify.annotations.NullMarked;
