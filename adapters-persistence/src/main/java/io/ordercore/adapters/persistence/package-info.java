@NullMarked
package io.ordercore.adapters.persistence;

import org.jspecify.annotations.NullMarked;
