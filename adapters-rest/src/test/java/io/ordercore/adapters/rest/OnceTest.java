package io.ordercore.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.StaleVersionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OnceTest {
    @Test
    void a_command_that_meets_a_change_is_decided_anew_but_not_for_ever() {
        AtomicInteger attempts = new AtomicInteger();
        assertThat(Once.untilFresh(() -> staleBefore(attempts, 4))).isEqualTo(4);
        assertThatThrownBy(() -> Once.untilFresh(() -> staleBefore(attempts, 1_000)))
                .isInstanceOf(StaleVersionException.class);
        assertThat(attempts).hasValue(14);
    }

    private static int staleBefore(AtomicInteger attempts, int fresh) {
        if (attempts.incrementAndGet() < fresh) {
            throw new StaleVersionException("order");
        }
        return attempts.get();
    }
}
