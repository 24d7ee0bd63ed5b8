package io.ordercore.domain.modification;

import com.google.common.collect.ImmutableSet;
import io.ordercore.domain.party.Role;
import java.util.Set;

/** Whose consent a change needs besides the buyer's. */
public enum Approver {
    /** Gives the goods back from picking or packing: the release barrier. */
    WAREHOUSE(Set.of(Role.WAREHOUSE, Role.MERCHANT)),
    MERCHANT(Set.of(Role.MERCHANT)),
    SUPERVISOR(Set.of(Role.OPERATOR));

    private final ImmutableSet<Role> roles;

    Approver(Set<Role> roles) {
        this.roles = ImmutableSet.copyOf(roles);
    }

    /** Who may speak for it. A merchant with a warehouse of its own speaks for that, too. */
    public Set<Role> roles() {
        return roles;
    }
}
