package io.ordercore.application.testkit;

import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.domain.notice.Notice;
import io.ordercore.domain.notice.Notice.Recipient;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link io.ordercore.application.notice.Notices} promises. */
public abstract class NoticesContract extends StoreContract {
    private static final Recipient LI = Recipient.buyer("li");

    @Test
    void T9_the_same_thing_is_told_once() {
        Notice first = notice(1, LI, "parcel-1-lost");
        assertThat(store.notices().tell(first)).isTrue();
        assertThat(store.notices().tell(notice(2, LI, "parcel-1-lost"))).isFalse();
        assertThat(store.notices().inbox(LI, null, 9)).containsExactly(first);
    }

    @Test
    void an_inbox_begins_with_the_latest_and_goes_on_after_the_last() {
        Notice first = notice(1, LI, "a");
        Notice second = notice(2, LI, "b");
        Notice third = notice(3, LI, "c");
        store.notices().tell(second);
        store.notices().tell(first);
        store.notices().tell(third);
        assertThat(store.notices().inbox(LI, null, 2)).containsExactly(third, second);
        assertThat(store.notices().inbox(LI, second.id(), 2)).containsExactly(first);
    }

    @Test
    void inboxes_are_apart_although_a_buyer_and_a_merchant_share_a_name() {
        Notice toTheMerchant = notice(1, Recipient.merchant("li"), "a");
        store.notices().tell(toTheMerchant);
        store.notices().tell(notice(2, Recipient.buyer("han"), "a"));
        assertThat(store.notices().inbox(LI, null, 9)).isEmpty();
        assertThat(store.notices().inbox(Recipient.merchant("li"), null, 9)).containsExactly(toTheMerchant);
    }

    private static Notice notice(int n, Recipient to, String key) {
        return new Notice(
                new UUID(0x0199000000007000L, 0x8000000000000000L + n),
                to,
                key,
                "parcel-lost",
                "order-1",
                Map.of("carrier", "simulated", "days", "9"),
                TUESDAY_MORNING.plusSeconds(n));
    }
}
