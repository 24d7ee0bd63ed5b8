package io.ordercore.application.notice;

import io.ordercore.domain.notice.Notice;
import io.ordercore.domain.notice.Notice.Recipient;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Every inbox. What was told stays told. */
public interface Notices {
    /** Puts a notice into its recipient's inbox, in the running transaction; false if its key was told already. */
    boolean tell(Notice notice);

    /**
     * An inbox, the latest first.
     *
     * @param after the last one of the page before; null for the first page
     */
    List<Notice> inbox(Recipient of, @Nullable UUID after, int limit);

    /**
     * Gives notices that nobody was given yet to {@code work}, the earliest first, in one transaction with whatever it stores, and
     * never to two nodes at once.
     *
     * @return how many
     */
    int forward(int limit, Consumer<List<Notice>> work);
}
