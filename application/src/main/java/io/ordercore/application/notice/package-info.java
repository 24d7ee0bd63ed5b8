/**
 * Telling people. Start at {@link io.ordercore.application.notice.Notices}: a use case tells in its own transaction, so what
 * happened and what is said about it are stored together.
 */
@NullMarked
package io.ordercore.application.notice;

import org.jspecify.annotations.NullMarked;
