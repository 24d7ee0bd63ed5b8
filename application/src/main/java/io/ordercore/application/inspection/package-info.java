/**
 * Sampling goods, hearing the agencies, and acting at once on what they find. Start at {@link
 * io.ordercore.application.inspection.InspectionUseCases}.
 *
 * <pre>
 *   order a lot's inspection -&gt; the agency reports -&gt; accepted: nothing, or relisted after a rectification
 *                                                \-&gt; not accepted: offer suspended, unshipped orders held, case opened
 * </pre>
 */
@NullMarked
package io.ordercore.application.inspection;

import org.jspecify.annotations.NullMarked;
