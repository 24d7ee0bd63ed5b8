/** What can be set and where it is read from: start at {@link io.ordercore.bootstrap.settings.Setting}. */
@NullMarked
package io.ordercore.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
