/**
 * Are the goods as good as promised? Acceptance sampling by attributes (MIL-STD-105E, ISO 2859-1), single sampling.
 *
 * <p>Start at {@link io.ordercore.domain.inspection.InspectionPolicy}: it answers which {@link
 * io.ordercore.domain.inspection.SamplingPlan} a lot gets per class of defect. {@link
 * io.ordercore.domain.inspection.FairDraw} says which units are taken, {@link
 * io.ordercore.domain.inspection.OperatingCharacteristic} how well a plan tells good lots from bad, and {@link
 * io.ordercore.domain.inspection.Switching} how the results of a merchant's lots move it:
 *
 * <pre>
 *              30 points, or ten lots            2 of 5 not accepted
 *   REDUCED  &lt;------------------------  NORMAL  ---------------------&gt;  TIGHTENED  ----&gt;  DISCONTINUED
 *            ------------------------&gt;         &lt;---------------------             &lt;----
 *              one not accepted                  5 accepted in a row     5 not accepted | correction, approved
 * </pre>
 */
@NullMarked
package io.ordercore.domain.inspection;

import org.jspecify.annotations.NullMarked;
