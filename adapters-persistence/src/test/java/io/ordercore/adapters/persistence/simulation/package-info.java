/**
 * A whole marketplace in one thread, driven by one seed: start at {@link
 * io.ordercore.adapters.persistence.simulation.SimulationTest}. A seed replays to the same steps and the same faults.
 */
@NullMarked
package io.ordercore.adapters.persistence.simulation;

import org.jspecify.annotations.NullMarked;
