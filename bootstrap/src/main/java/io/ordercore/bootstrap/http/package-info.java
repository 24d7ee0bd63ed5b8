/** What the server answers before a resource is reached, and the headers on everything. */
@NullMarked
package io.ordercore.bootstrap.http;

import org.jspecify.annotations.NullMarked;
