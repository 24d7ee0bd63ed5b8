package io.ordercore.application.notice;

import io.ordercore.domain.notice.Notice;
import io.ordercore.domain.notice.Notice.Recipient;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads an inbox. */
@FunctionalInterface
public interface ReadNotices {
    /** The latest first, at most {@code limit}, after the last one of the page before. */
    List<Notice> inbox(Recipient of, @Nullable UUID after, int limit);
}
