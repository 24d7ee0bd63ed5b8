package io.ordercore.domain.party;

import org.jspecify.annotations.Nullable;

/**
 * Who did something, in which role, through which channel, and why. Stands in the history beside every change.
 *
 * @param id the subject of the caller's token, or the name of the platform's own process
 * @param reason a stable code or a short sentence; never personal data
 */
public record Actor(
        String id, Role role, Channel channel, @Nullable String reason) {
    private static final int LONGEST_REASON = 200;

    public Actor {
        id = PartyName.checked(id);
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a reason has at most " + LONGEST_REASON + " characters");
        }
    }

    /** The platform acting on its own, for example {@code system("payment-deadline")}. */
    public static Actor system(String process) {
        return new Actor(process, Role.SYSTEM, Channel.SYSTEM, null);
    }

    /** Somebody acting through the platform's own pages or programs. */
    public static Actor of(String id, Role role) {
        return new Actor(id, role, Channel.SELF_SERVICE, null);
    }

    public Actor because(@Nullable String why) {
        return new Actor(id, role, channel, why);
    }
}
