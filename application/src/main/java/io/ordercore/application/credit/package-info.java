/**
 * How merchants' credit comes about and takes effect. Start at {@link io.ordercore.application.credit.CreditUseCases}.
 *
 * <pre>
 *   order events, lots judged, findings -&gt; Learning -&gt; file, history, sanctions -&gt; Sellers (exposure, cap, listings)
 *   a timer: orders mature, the first of the month evaluates, sanctions end, payouts fall due
 *   an appeal accepted: the evidence is given away, and everything is replayed without it
 * </pre>
 */
@NullMarked
package io.ordercore.application.credit;

import org.jspecify.annotations.NullMarked;
