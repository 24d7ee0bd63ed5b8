package io.ordercore.application.inspection;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.Transactions;
import io.ordercore.domain.inspection.Agency;
import io.ordercore.domain.inspection.AgencyChange;
import io.ordercore.domain.party.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

final class ManageAgenciesService implements ManageAgencies {
    private final Transactions transactions;
    private final Agencies agencies;
    private final Clock clock;

    ManageAgenciesService(Transactions transactions, Agencies agencies, Clock clock) {
        this.transactions = transactions;
        this.agencies = agencies;
        this.clock = clock;
    }

    @Override
    public Optional<Agency> find(String name) {
        return Agency.isName(name) ? agencies.find(name) : Optional.empty();
    }

    @Override
    public List<Agency> all() {
        return agencies.all();
    }

    @Override
    public Agency register(Registration registration, Actor by) {
        Instant now = clock.instant();
        Agency agency = Agency.registered(
                registration.name(), registration.publicKey(), registration.categories(), registration.endpoint(), now);
        return save(agency, AgencyChange.Kind.REGISTERED, by, now);
    }

    @Override
    public Optional<Agency> revise(String name, @Nullable Long seen, Revision revision, Actor by) {
        return change(name, AgencyChange.Kind.REVISED, by, (agency, now) -> {
            if (seen != null && seen != agency.version()) {
                throw new StaleVersionException("agency " + name);
            }
            return agency.revised(revision.categories(), revision.endpoint(), revision.active());
        });
    }

    @Override
    public Optional<Agency> rotate(String name, String publicKey, Duration overlap, Actor by) {
        return change(
                name, AgencyChange.Kind.KEY_ROTATED, by, (agency, now) -> agency.rotated(publicKey, overlap, now));
    }

    private Optional<Agency> change(
            String name, AgencyChange.Kind kind, Actor by, BiFunction<Agency, Instant, Agency> change) {
        Instant now = clock.instant();
        return transactions.run(() -> find(name).map(agency -> save(change.apply(agency, now), kind, by, now)));
    }

    private Agency save(Agency agency, AgencyChange.Kind kind, Actor by, Instant now) {
        agencies.save(agency, AgencyChange.of(agency, kind, by, now));
        return agency;
    }

    @Override
    public List<AgencyChange> changes(String name) {
        return Agency.isName(name) ? agencies.changes(name) : List.of();
    }
}
