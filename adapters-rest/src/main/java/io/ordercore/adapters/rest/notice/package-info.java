/** Inboxes over HTTP: {@link io.ordercore.adapters.rest.notice.NoticeResource}. */
@NullMarked
package io.ordercore.adapters.rest.notice;

import org.jspecify.annotations.NullMarked;
