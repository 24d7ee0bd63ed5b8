package io.ordercore.application.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.inspection.ManageAgencies;
import io.ordercore.domain.inspection.Agency;
import io.ordercore.domain.inspection.AgencyChange;
import io.ordercore.domain.inspection.AgencyChange.Kind;
import io.ordercore.domain.inspection.Inspection;
import io.ordercore.domain.inspection.InspectionReport;
import io.ordercore.domain.inspection.ReportRefusal;
import io.ordercore.domain.notice.webhook.WebhookSecret;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Role;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store's {@code Agencies} promise, and from when on a change of the register counts. */
public abstract class AgenciesContract extends InspectionLab {
    private static final Actor OPERATOR = Actor.of("operator-1", Role.OPERATOR);
    private static final Agency.Endpoint ENDPOINT = new Agency.Endpoint(
            URI.create("https://lab.example/orders"),
            WebhookSecret.of("0123456789abcdef01234567".getBytes(StandardCharsets.UTF_8)));

    @Test
    void what_was_registered_is_found_again_with_who_did_it() {
        ManageAgencies register = useCases.manageAgencies();
        String key = new Laboratory().publicKey();
        Agency made = register.register(
                new ManageAgencies.Registration("second-lab", key, Set.of("kitchen"), ENDPOINT), OPERATOR);
        assertThat(store.agencies().find("second-lab")).contains(made);
        assertThat(register.all()).extracting(Agency::name).containsExactly(LAB, "second-lab");
        assertThat(made.inspects("kitchen")).isTrue();
        assertThat(made.inspects("toys")).isFalse();

        Agency revised = register.revise("second-lab", 1L, new ManageAgencies.Revision(Set.of(), null, false), OPERATOR)
                .orElseThrow();
        assertThat(store.agencies().find("second-lab")).contains(revised);
        assertThat(revised.inspects("kitchen")).isFalse();
        assertThat(register.changes("second-lab"))
                .extracting(AgencyChange::version, AgencyChange::kind, AgencyChange::by)
                .containsExactly(tuple(1L, Kind.REGISTERED, OPERATOR), tuple(2L, Kind.REVISED, OPERATOR));
        assertThat(register.changes("second-lab").get(0).facts())
                .containsEntry("url", "https://lab.example/orders")
                .containsEntry("key", key);
        assertThat(register.changes("nobody")).isEmpty();
    }

    @Test
    void nobody_overwrites_what_somebody_else_changed() {
        ManageAgencies register = useCases.manageAgencies();
        ManageAgencies.Registration again =
                new ManageAgencies.Registration(LAB, new Laboratory().publicKey(), Set.of(), null);
        assertThatThrownBy(() -> register.register(again, OPERATOR)).isInstanceOf(StaleVersionException.class);
        ManageAgencies.Revision revision = new ManageAgencies.Revision(Set.of(), null, true);
        assertThatThrownBy(() -> register.revise(LAB, 7L, revision, OPERATOR))
                .isInstanceOf(StaleVersionException.class);
        assertThat(register.revise(LAB, null, revision, OPERATOR)).isPresent();
        assertThat(register.revise("nobody", null, revision, OPERATOR)).isEmpty();
        assertThat(register.rotate("nobody", new Laboratory().publicKey(), Duration.ZERO, OPERATOR))
                .isEmpty();
    }

    @Test
    void a_former_key_is_good_until_its_overlap_ends() {
        Laboratory other = new Laboratory();
        Inspection first = orderedLot();
        Inspection second = orderedLot();
        Inspection third = orderedLot();
        useCases.manageAgencies().rotate(LAB, other.publicKey(), Duration.ofHours(2), OPERATOR);
        assertThat(reported(first, NONE)).isEmpty();
        assertThat(refusals(second.id(), LAB, signedBy(other, second))).isEmpty();
        ahead.forward(Duration.ofHours(2));
        assertThat(reported(third, NONE)).containsExactly(ReportRefusal.SIGNATURE_INVALID);
        assertThat(refusals(third.id(), LAB, signedBy(other, third))).isEmpty();
    }

    @Test
    void a_key_in_other_hands_ends_at_once() {
        Inspection lot = orderedLot();
        useCases.manageAgencies().rotate(LAB, new Laboratory().publicKey(), Duration.ZERO, OPERATOR);
        assertThat(reported(lot, NONE)).containsExactly(ReportRefusal.SIGNATURE_INVALID);
        assertThat(store.agencies().find(LAB).orElseThrow().keys()).hasSize(1);
    }

    @Test
    void nothing_is_taken_from_an_agency_nobody_deals_with_any_more() {
        Inspection lot = orderedLot();
        useCases.manageAgencies().revise(LAB, null, new ManageAgencies.Revision(Set.of(), null, false), OPERATOR);
        assertThat(reported(lot, NONE)).containsExactly(ReportRefusal.SIGNATURE_INVALID);
        useCases.manageAgencies().revise(LAB, null, new ManageAgencies.Revision(Set.of(), null, true), OPERATOR);
        assertThat(reported(lot, NONE)).isEmpty();
    }

    private static InspectionReport signedBy(Laboratory lab, Inspection inspection) {
        Instant at = inspection.orderedAt();
        return new InspectionReport(NONE, at, lab.sign(InspectionReport.statement(inspection.id(), NONE, at)));
    }
}
