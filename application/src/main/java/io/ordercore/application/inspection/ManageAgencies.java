package io.ordercore.application.inspection;

import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.inspection.Agency;
import io.ordercore.domain.inspection.AgencyChange;
import io.ordercore.domain.party.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps the register of agencies. What is changed counts from the next order and the next result on. */
public interface ManageAgencies {
    Optional<Agency> find(String name);

    /** All of them, by name. */
    List<Agency> all();

    /**
     * Registers an agency.
     *
     * @throws StaleVersionException if there is one of that name
     */
    Agency register(Registration registration, Actor by);

    /**
     * Changes what an agency does, where it is reached, and whether it is dealt with.
     *
     * @throws StaleVersionException if it is not at the version the caller has seen; null for any
     */
    Optional<Agency> revise(String name, @Nullable Long seen, Revision revision, Actor by);

    /** Takes another key into use; what the former one signs is taken for {@code overlap} longer. */
    Optional<Agency> rotate(String name, String publicKey, Duration overlap, Actor by);

    /** Who changed what about an agency, the first first. */
    List<AgencyChange> changes(String name);

    /** A new agency. */
    record Registration(String name, String publicKey, Set<String> categories, Agency.@Nullable Endpoint endpoint) {}

    /** An agency as it is to be from now on, but for its keys. */
    record Revision(Set<String> categories, Agency.@Nullable Endpoint endpoint, boolean active) {}
}
