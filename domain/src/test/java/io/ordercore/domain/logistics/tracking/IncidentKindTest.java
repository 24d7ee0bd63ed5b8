package io.ordercore.domain.logistics.tracking;

import static io.ordercore.domain.testkit.TrackingFixtures.A_CARRIER;
import static io.ordercore.domain.testkit.TrackingFixtures.A_PARCEL;
import static io.ordercore.domain.testkit.TrackingFixtures.at;
import static io.ordercore.domain.testkit.TrackingFixtures.event;
import static io.ordercore.domain.testkit.TrackingFixtures.scan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IncidentKindTest {
    private static final Instant NOW = at("2026-03-02T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "DAMAGED, CARRIER, CLAIM_AND_REPLACE, false, false, false, true",
        "LOST, CARRIER, CLAIM_AND_REPLACE, false, true, true, false",
        "DELAYED, CARRIER, NEW_DATE, false, false, true, false",
        "BAD_DATA, SHIPPER, CORRECT, true, true, true, false",
        "BAD_ADDRESS, CONSIGNEE, ASK_CONSIGNEE, true, false, true, false",
        "CUSTOMS, AUTHORITY, DOCUMENTS, true, true, true, false",
        "WEATHER, NOBODY, NEW_DATE, true, false, true, false",
        "REDIRECTED, CUSTOMER, INFORM, true, false, true, false",
        "UNSPECIFIED, UNKNOWN, MANUAL, false, false, true, false",
    })
    void each_kind_has_a_party_a_remedy_and_an_end(
            IncidentKind kind,
            ResponsibleParty party,
            IncidentHandling handling,
            boolean stopsTheClock,
            boolean overAtScan,
            boolean overAtDelivery,
            boolean outlives) {
        assertThat(kind.party()).isEqualTo(party);
        assertThat(kind.defaultHandling()).isEqualTo(handling);
        assertThat(kind.stopsTheClock()).isEqualTo(stopsTheClock);
        assertThat(kind.isOverAt(TrackingStatus.IN_TRANSIT)).isEqualTo(overAtScan);
        assertThat(kind.isOverAt(TrackingStatus.DELIVERED)).isEqualTo(overAtDelivery);
        assertThat(kind.isOverAt(TrackingStatus.CANCELLED)).isEqualTo(overAtDelivery);
        assertThat(kind.isOverAt(TrackingStatus.LOST)).isFalse();
        assertThat(kind.outlivesTheJourney()).isEqualTo(outlives);
    }

    @Test
    void each_has_a_sentence_of_its_own() {
        assertThat(IncidentKind.BAD_ADDRESS.messageKey()).isEqualTo("incident.bad-address");
        assertThat(EnumSet.allOf(IncidentKind.class).stream().map(IncidentKind::messageKey))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_state_knows_its_last_movement_and_its_first_of_a_kind() {
        TrackingEvent collected = scan(TrackingStatus.COLLECTED, NOW);
        TrackingEvent first = scan(TrackingStatus.IN_TRANSIT, NOW.plusSeconds(60));
        TrackingEvent second = scan(TrackingStatus.IN_TRANSIT, NOW.plusSeconds(120));
        TrackingEvent note = event("photo", Meaning.note(null), NOW.plusSeconds(180));
        TrackingEvent unmapped = event("X9", Meaning.UNMAPPED, NOW.plusSeconds(240));
        TrackingState state = TrackingState.of(List.of(unmapped, note, second, first, collected));

        assertThat(state.lastMovement()).isEqualTo(second);
        assertThat(state.first(TrackingStatus.IN_TRANSIT)).isEqualTo(first);
        assertThat(state.first(TrackingStatus.DELIVERED)).isNull();
        assertThat(state.unmappedCodes()).containsExactly("X9");
        assertThat(TrackingState.of(List.of(note)).lastMovement()).isNull();
    }

    @Test
    void a_time_is_an_instant_only_where_its_offset_is_known() {
        LocalDateTime ten = LocalDateTime.of(2026, 3, 2, 18, 0);
        EventTime there = EventTime.inZone("18:00", ten, ZoneId.of("Asia/Shanghai"), OffsetSource.CARRIER_DEFAULT_ZONE);
        assertThat(there.orderedBy(NOW.plusSeconds(9))).isEqualTo(NOW);
        assertThat(there.identity()).isEqualTo("2026-03-02T10:00:00Z");
        EventTime day = EventTime.dayOnly("2 March", LocalDate.of(2026, 3, 2));
        assertThat(day.orderedBy(NOW)).isEqualTo(at("2026-03-02T00:00:00Z"));
        assertThat(day.identity()).isEqualTo("2026-03-02T00:00");
        EventTime none = EventTime.unreadable("soon");
        assertThat(none.orderedBy(NOW)).isEqualTo(NOW);
        assertThat(none.identity()).isEqualTo("soon");
        assertThatThrownBy(() -> new EventTime("x", null, NOW, OffsetSource.UNKNOWN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ArrivalWindow(ArrivalWindow.Kind.ESTIMATE, null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void names_are_ordered_readable_and_never_tell_the_carriers_text() {
        assertThat(new CarrierCode("dhl")).isLessThan(new CarrierCode("sf-express"));
        assertThat(A_CARRIER).hasToString("swift");
        assertThat(A_PARCEL).hasToString("SW000000001");
        assertThat(scan(TrackingStatus.COLLECTED, NOW).toString()).startsWith("TrackingEvent[SW000000001 COLLECTED");
    }

    @Test
    void checks_that_are_none_accept_all_and_the_others_what_follows_from_the_number() {
        assertThat(new CheckDigit.None().isRight("1", '9')).isTrue();
        assertThat(new CheckDigit.Mod7().isRight("10", '3')).isTrue();
        assertThat(new CheckDigit.Mod7().isRight("10", '4')).isFalse();
        assertThat(new CheckDigit.S10().isRight("47312482", '9')).isTrue();
        assertThat(new CheckDigit.S10().isRight("47312482", '8')).isFalse();
        assertThat(new CheckDigit.Luhn().isRight("7992739871", '3')).isTrue();
        assertThat(new CheckDigit.Luhn().isRight("7992739871", '4')).isFalse();
        CheckDigit mod10 = new CheckDigit.Mod10(1, 3);
        assertThat(mod10.isRight("12", '3')).isTrue();
        assertThat(new CheckDigit.Backwards(mod10).isRight("12", '5')).isTrue();
        assertThat(new CheckDigit.Backwards(mod10).isRight("12", '3')).isFalse();
    }
}
