/** What people are told. Start at {@link io.ordercore.domain.notice.Notice}: a code and facts, worded when it is read. */
@NullMarked
package io.ordercore.domain.notice;

import org.jspecify.annotations.NullMarked;
