/**
 * A real PostgreSQL inside the process's own directory, for machines that have none. Start at
 * {@link io.ordercore.adapters.persistence.embedded.EmbeddedPostgres}: {@code start} keeps its data and is durable,
 * {@code temporary} is for tests. The rest is one concern a file: unpacking the binaries, the user PostgreSQL runs as
 * (it refuses root), the cluster's files, how they get to the disk, and a postmaster left over by a crash.
 */
@NullMarked
package io.ordercore.adapters.persistence.embedded;

import org.jspecify.annotations.NullMarked;
