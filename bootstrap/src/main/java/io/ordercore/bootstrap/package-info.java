@NullMarked
package io.ordercore.bootstrap;

import org.jspecify.annotations.NullMarked;
