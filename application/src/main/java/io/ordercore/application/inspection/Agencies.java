package io.ordercore.application.inspection;

import io.ordercore.application.StaleVersionException;
import io.ordercore.domain.inspection.Agency;
import io.ordercore.domain.inspection.AgencyChange;
import java.util.List;
import java.util.Optional;

/** The register of the professional agencies the platform works with, and who changed it. */
public interface Agencies {
    Optional<Agency> find(String name);

    /** All of them, by name. */
    List<Agency> all();

    /**
     * Stores an agency with what changed; secrets are stored encrypted.
     *
     * @throws StaleVersionException if the stored one is not at the version before; version 1 means that there is none
     */
    void save(Agency agency, AgencyChange change);

    /** What changed about an agency, the first first. */
    List<AgencyChange> changes(String name);
}
