@NullMarked
package io.ordercore.domain;

import org.jspecify.annotations.NullMarked;
