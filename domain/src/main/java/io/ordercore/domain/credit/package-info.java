/**
 * How far a merchant can be trusted, why, and what follows from it.
 *
 * <p>Start at {@link io.ordercore.domain.credit.CreditScore}. {@link io.ordercore.domain.credit.Evidence} is added up to a {@link
 * io.ordercore.domain.credit.Tally}; measured by the platform's {@link io.ordercore.domain.credit.CreditNorms} it gives a score
 * with its reasons; evaluations of the score move the {@link io.ordercore.domain.credit.Standing}, whose tier brings perks, and
 * the {@link io.ordercore.domain.credit.SanctionLadder} says which measures are due.
 *
 * <pre>
 *   orders, parcels, messages, lots -&gt; Evidence -&gt; Tally -&gt; CreditScore -&gt; Standing (S A B C D N) -&gt; perks
 *                                        ^            CreditNorms ^  \-&gt; SanctionLadder -&gt; Sanctions
 *                                        '-- an accepted Appeal gives an event another owner
 * </pre>
 */
@NullMarked
package io.ordercore.domain.credit;

import org.jspecify.annotations.NullMarked;
