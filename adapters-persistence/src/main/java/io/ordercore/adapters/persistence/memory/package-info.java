/**
 * Every storage out-port in memory, for tests of use cases and of programs that embed them: the same promises as on PostgreSQL,
 * but nothing outlives the process. Start at {@link io.ordercore.adapters.persistence.memory.MemoryStore}.
 */
@NullMarked
package io.ordercore.adapters.persistence.memory;

import org.jspecify.annotations.NullMarked;
