package io.ordercore.domain.modification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ordercore.domain.modification.PolicyException.Finding;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StandardPolicyTest {
    /**
     * The default table written down a second time, in shorthand, by the proposal in the study of order cores. A allow, W the
     * warehouse must agree, L the warehouse must agree and a label is paid, - no way at all; after {@code >} the ways left: R
     * redirect, H hold for pickup, B back to the sender, S send the right one, T another time, D refuse at the door, X exchange,
     * U return, N new order. In small letters why: p in place, w with the warehouse, l labelled, k packed, c with the carrier, o
     * out for delivery, d delivered, r too late to return, n nobody would read it.
     */
    private static final String SECOND_LISTING = """
            ADDRESS         Ap Ap W>Rw  W>Rw  L>Rl  >RDc >Do -d  -d
            CONTACT         Ap Ap W>Rw  W>Rw  L>Rl  >RDc >Do -d  -d
            DELIVERY_WINDOW Ap Ap W>Tw  W>Tw  W>Tw  >THc -o  -d  -d
            VARIANT         Ap Ap W>Xw  W>Xw  >Xk   >SXc >Xo >Xd -r
            QUANTITY_UP     Ap Ap >Nw   >Nw   >Nk   >Nc  >No >Nd >Nd
            QUANTITY_DOWN   Ap Ap W>Uw  W>Uw  >Uk   >DUc >Uo >Ud -r
            ADD_LINE        Ap Ap >Nw   >Nw   >Nk   >Nc  >No >Nd >Nd
            DROP_LINE       Ap Ap W>Uw  W>Uw  >Uk   >DUc >Uo >Ud -r
            CANCEL          Ap Ap W>BDw W>BDw W>BDw >BDc >Do >Ud -r
            NOTE            Ap Ap Ap    Ap    -n    -n   -n  -n  -n
            """;

    private static final Map<Alternative, Character> WAYS = Map.of(
            Alternative.INTERCEPT_AND_REDIRECT, 'R',
            Alternative.INTERCEPT_AND_HOLD, 'H',
            Alternative.INTERCEPT_AND_RETURN, 'B',
            Alternative.INTERCEPT_AND_RESHIP, 'S',
            Alternative.RESCHEDULE_WITH_CARRIER, 'T',
            Alternative.REFUSE_AT_DOOR, 'D',
            Alternative.EXCHANGE_AFTER_RECEIPT, 'X',
            Alternative.RETURN_AFTER_RECEIPT, 'U',
            Alternative.NEW_ORDER, 'N');
    private static final Map<RulingReason, Character> REASONS = Map.of(
            RulingReason.IN_PLACE, 'p',
            RulingReason.WITH_WAREHOUSE, 'w',
            RulingReason.LABEL_PRINTED, 'l',
            RulingReason.ALREADY_PACKED, 'k',
            RulingReason.WITH_CARRIER, 'c',
            RulingReason.ON_ITS_WAY_TO_THE_DOOR, 'o',
            RulingReason.ALREADY_DELIVERED, 'd',
            RulingReason.RETURN_WINDOW_OVER, 'r',
            RulingReason.TOO_LATE_TO_BE_READ, 'n');

    /** Every cell of the file that ships. */
    static Stream<String> shipped() {
        return ModificationPolicy.STANDARD.entries().keySet().stream()
                .filter(key -> key.matches("[A-Z_]+\\.[A-Z_]+"))
                .sorted();
    }

    private static Map<String, String> secondListing() {
        Map<String, String> cells = new HashMap<>();
        SECOND_LISTING.lines().forEach(row -> {
            Iterator<String> words = Pattern.compile("\\s+").splitAsStream(row).iterator();
            ChangeKind kind = ChangeKind.valueOf(words.next());
            for (Stage stage : Stage.values()) {
                cells.put(kind + "." + stage, words.next());
            }
        });
        return cells;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    void every_cell_that_ships_agrees_with_the_second_listing(String cell) {
        String[] names = cell.split("\\.", -1);
        Ruled ruled = ModificationPolicy.STANDARD.cell(ChangeKind.valueOf(names[0]), Stage.valueOf(names[1]));

        assertThat(shorthand(ruled)).isEqualTo(secondListing().get(cell));
    }

    @Test
    void every_kind_in_every_stage_ships_and_is_in_the_second_listing() {
        List<String> all = Stream.of(ChangeKind.values())
                .flatMap(kind -> Stream.of(Stage.values()).map(stage -> kind + "." + stage))
                .toList();

        assertThat(all).hasSize(10 * 9);
        assertThat(shipped()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(secondListing().keySet()).containsExactlyInAnyOrderElementsOf(all);
    }

    @ParameterizedTest
    @EnumSource(FeeKind.class)
    void every_fee_that_ships_is_priced_in_every_currency_of_the_platform(FeeKind fee) {
        assertThat(Stream.of("CNY", "USD", "EUR", "GBP", "JPY").map(CurrencyUnit::of))
                .allMatch(currency ->
                        ModificationPolicy.STANDARD.fee(fee, currency).isPresent());
    }

    @Test
    void a_cut_off_is_a_time_and_a_zone_and_the_first_one_after_packing_counts() {
        Map<String, String> entries = new HashMap<>(ModificationPolicy.STANDARD.entries());
        entries.put("cut-off", "17:00 Asia/Shanghai");
        CutOff cutOff = ModificationPolicy.read(entries).cutOff().orElseThrow();

        assertThat(cutOff.after(Instant.parse("2026-11-03T08:59:59Z"))).isEqualTo("2026-11-03T09:00:00Z");
        assertThat(cutOff.after(Instant.parse("2026-11-03T09:00:00Z"))).isEqualTo("2026-11-04T09:00:00Z");

        entries.put("cut-off", "5 pm");
        assertThatThrownBy(() -> ModificationPolicy.read(entries)).isInstanceOf(PolicyException.class);
    }

    @Test
    void a_gap_an_unknown_word_and_a_contradiction_are_all_found_at_once() {
        Map<String, String> entries = new HashMap<>(ModificationPolicy.STANDARD.entries());
        entries.remove("ADDRESS.CONFIRMED");
        entries.put("CANCEL.RELEASED", "ALLOW IN_PLACE");
        entries.put("NOTE.CONFIRMED", "PERHAPS IN_PLACE");
        entries.put("VARIANT.DELIVERED", "OFFER_ALTERNATIVE ALREADY_DELIVERED else REFUSE_AT_DOOR");
        entries.put("COLOUR.CONFIRMED", "ALLOW IN_PLACE");

        assertThatThrownBy(() -> ModificationPolicy.read(entries))
                .asInstanceOf(InstanceOfAssertFactories.type(PolicyException.class))
                .satisfies(refused -> assertThat(refused.findings())
                        .extracting(Finding::key, Finding::kind)
                        .containsExactlyInAnyOrder(
                                tuple("ADDRESS.CONFIRMED", Finding.Kind.GAP),
                                tuple("CANCEL.RELEASED", Finding.Kind.CONTRADICTION),
                                tuple("NOTE.CONFIRMED", Finding.Kind.UNKNOWN),
                                tuple("VARIANT.DELIVERED", Finding.Kind.CONTRADICTION),
                                tuple("COLOUR.CONFIRMED", Finding.Kind.UNKNOWN)));
    }

    @Test
    void nothing_changes_in_place_once_a_carrier_has_it() {
        Map<String, String> entries = new HashMap<>(ModificationPolicy.STANDARD.entries());
        entries.put("ADDRESS.IN_TRANSIT", "ALLOW_WITH_FEE WITH_CARRIER fee INTERCEPT");

        assertThatThrownBy(() -> ModificationPolicy.read(entries)).isInstanceOf(PolicyException.class);
    }

    @Test
    void what_was_read_is_written_back_alike() {
        assertThat(ModificationPolicy.read(ModificationPolicy.STANDARD.entries())
                        .entries())
                .isEqualTo(ModificationPolicy.STANDARD.entries());
    }

    private static String shorthand(Ruled cell) {
        StringBuilder text = new StringBuilder(
                switch (cell.ruling()) {
                    case ALLOW -> "A";
                    case NEEDS_APPROVAL -> cell.fees().contains(FeeKind.RELABEL) ? "L" : "W";
                    case ALLOW_WITH_FEE -> "F";
                    case OFFER_ALTERNATIVE -> "";
                    case DENY -> "-";
                });
        assertThat(cell.approvers())
                .isEqualTo(cell.ruling() == Ruling.NEEDS_APPROVAL ? Set.of(Approver.WAREHOUSE) : Set.of());
        assertThat(cell.fees()).isEqualTo(text.toString().equals("L") ? Set.of(FeeKind.RELABEL) : Set.of());
        if (!cell.alternatives().isEmpty()) {
            text.append('>');
        }
        cell.alternatives().forEach(way -> text.append(WAYS.get(way)));
        cell.reasons().forEach(reason -> text.append(REASONS.get(reason)));
        return text.toString();
    }
}
