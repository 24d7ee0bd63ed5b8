/**
 * Plays a recorded order history through the public use cases, on the recorded times, and checks that nothing got lost: start at
 * {@link io.ordercore.bootstrap.replay.Replay}; the file's format is in {@link io.ordercore.bootstrap.replay.RecordedOrder}.
 */
@NullMarked
package io.ordercore.bootstrap.replay;

import org.jspecify.annotations.NullMarked;
