/**
 * What is on sale, and at which price. Start at {@link io.ordercore.application.catalog.CatalogUseCases}.
 */
@NullMarked
package io.ordercore.application.catalog;

import org.jspecify.annotations.NullMarked;
