/**
 * Every storage out-port on PostgreSQL 15 or later, in plain JDBC. Start at {@link
 * io.ordercore.adapters.persistence.postgres.PostgresStore}; {@link io.ordercore.adapters.persistence.postgres.PostgresPool}
 * opens a database and brings its tables up to date.
 *
 * <p>{@code PostgresTransactions} is the one place where connections are taken and committed (or borrowed from a host that
 * commits, {@link io.ordercore.adapters.persistence.postgres.PostgresStore#joining}), {@code PostgresIntake} the peak
 * path (many waiting purchases in one transaction). {@link io.ordercore.adapters.persistence.postgres.PersonalDataKeys} keeps
 * what must not be readable in the database.
 */
@NullMarked
package io.ordercore.adapters.persistence.postgres;

import org.jspecify.annotations.NullMarked;
