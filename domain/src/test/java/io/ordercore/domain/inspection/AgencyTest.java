package io.ordercore.domain.inspection;

import static io.ordercore.domain.testkit.Fixtures.TUESDAY_MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.domain.notice.webhook.WebhookSecret;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Role;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AgencyTest {
    private static final String FIRST = "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=";
    private static final String SECOND = "MCowBQYDK2VwAyEAG79ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=";
    private static final String THIRD = "MCowBQYDK2VwAyEAHb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=";
    private static final Instant NOW = TUESDAY_MORNING;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Agency lab = Agency.registered("first-lab", FIRST, Set.of("kitchen"), null, NOW);

    @Test
    void a_former_key_is_good_for_its_overlap_and_then_gone() {
        Agency rotated = lab.rotated(SECOND, HOUR, NOW);
        assertThat(keys(rotated, NOW)).containsExactly(FIRST, SECOND);
        assertThat(keys(rotated, NOW.plus(HOUR))).containsExactly(SECOND);
        assertThat(rotated.key().publicKey()).isEqualTo(SECOND);
        assertThat(rotated.rotated(THIRD, HOUR, NOW.plus(HOUR)).keys())
                .extracting(Agency.Key::publicKey)
                .containsExactly(SECOND, THIRD);
    }

    @Test
    void a_key_in_other_hands_ends_with_all_before_it() {
        Agency rotated = lab.rotated(SECOND, HOUR, NOW).rotated(THIRD, Duration.ZERO, NOW.plusSeconds(1));
        assertThat(keys(rotated, NOW.plusSeconds(1))).containsExactly(THIRD);
    }

    @Test
    void an_agency_nobody_deals_with_inspects_nothing_and_has_no_keys() {
        assertThat(lab.inspects("kitchen")).isTrue();
        assertThat(lab.inspects("toys")).isFalse();
        Agency closed = lab.revised(Set.of(), null, false);
        assertThat(closed.inspects("kitchen")).isFalse();
        assertThat(closed.keysAt(NOW)).isEmpty();
        assertThat(closed.version()).isEqualTo(2);
        assertThat(closed.revised(Set.of(), null, true).inspects("toys")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AAAA",
                "no base 64",
                "MCowBQYDK2VxAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=",
                "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZg=="
            })
    void what_is_no_key_of_ed25519_is_refused(String text) {
        assertThatThrownBy(() -> new Agency.Key(text, NOW, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "First", "-lab", "a b", "lab\0"})
    void a_name_is_plain(String name) {
        assertThat(Agency.isName(name)).isFalse();
        assertThatThrownBy(() -> Agency.registered(name, FIRST, Set.of(), null, NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void its_history_tells_how_it_stands_but_no_secret() {
        WebhookSecret secret = WebhookSecret.of("0123456789abcdef01234567".getBytes(StandardCharsets.UTF_8));
        Agency reached = lab.revised(
                        Set.of("toys", "home"), new Agency.Endpoint(URI.create("https://lab.example/"), secret), true)
                .rotated(SECOND, HOUR, NOW);
        AgencyChange change =
                AgencyChange.of(reached, AgencyChange.Kind.KEY_ROTATED, Actor.of("operator-1", Role.OPERATOR), NOW);
        assertThat(change.facts())
                .containsEntry("categories", "home toys")
                .containsEntry("url", "https://lab.example/")
                .containsEntry("key", SECOND)
                .containsEntry("formerKeyUntil", NOW.plus(HOUR).toString())
                .doesNotContainValue(secret.text());
        assertThatThrownBy(() -> new Agency.Endpoint(URI.create("file:///etc/passwd"), secret))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> keys(Agency agency, Instant at) {
        return agency.keysAt(at).stream().map(Agency.Key::publicKey).toList();
    }
}
