/**
 * Measurements of the core in one process, by JMH: one small class per subject. {@code ./run jmh [PATTERN]} runs them; its
 * figures belong to the machine it ran on, and no test asserts them.
 */
@NullMarked
package io.ordercore.jmh;

import org.jspecify.annotations.NullMarked;
