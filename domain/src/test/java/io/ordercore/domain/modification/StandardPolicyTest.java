package io.ordercore.domain.modification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ordercore.domain.modification.PolicyException.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StandardPolicyTest {
    /**
     * The default table written down a second time, in shorthand, by the proposal in the study of order cores. A allow, W the
     * warehouse must agree, L the warehouse must agree and a label is paid, - no way at all; after {@code >} the ways left: R
     * redirect, B back to the sender, S send the right one, T another time, D refuse at the door, X exchange, U return, N new
     * order.
     */
    private static final String SECOND_LISTING = """
            ADDRESS         A A W>R  W>R  L>R  >RD >D -  -
            CONTACT         A A W>R  W>R  L>R  >RD >D -  -
            DELIVERY_WINDOW A A W>T  W>T  W>T  >T  -  -  -
            VARIANT         A A W>X  W>X  >X   >SX >X >X -
            QUANTITY_UP     A A >N   >N   >N   >N  >N >N >N
            QUANTITY_DOWN   A A W>U  W>U  >U   >DU >U >U -
            ADD_LINE        A A >N   >N   >N   >N  >N >N >N
            DROP_LINE       A A W>U  W>U  >U   >DU >U >U -
            CANCEL          A A W>BD W>BD W>BD >BD >D >U -
            NOTE            A A A    A    -    -   -  -  -
            """;

    private static final Map<Character, Alternative> WAYS = Map.of(
            'R', Alternative.INTERCEPT_AND_REDIRECT,
            'B', Alternative.INTERCEPT_AND_RETURN,
            'S', Alternative.INTERCEPT_AND_RESHIP,
            'T', Alternative.RESCHEDULE_WITH_CARRIER,
            'D', Alternative.REFUSE_AT_DOOR,
            'X', Alternative.EXCHANGE_AFTER_RECEIPT,
            'U', Alternative.RETURN_AFTER_RECEIPT,
            'N', Alternative.NEW_ORDER);

    static Stream<Arguments> cells() {
        List<Arguments> cells = new ArrayList<>();
        SECOND_LISTING.lines().forEach(row -> {
            Iterator<String> words = Pattern.compile("\\s+").splitAsStream(row).iterator();
            ChangeKind kind = ChangeKind.valueOf(words.next());
            for (Stage stage : Stage.values()) {
                cells.add(Arguments.of(kind, stage, words.next()));
            }
        });
        return cells.stream();
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @MethodSource("cells")
    void every_cell_that_ships_agrees_with_the_second_listing(ChangeKind kind, Stage stage, String shorthand) {
        Ruled cell = ModificationPolicy.STANDARD.cell(kind, stage);

        assertThat(shorthand(cell)).isEqualTo(shorthand);
        assertThat(cell.reasons()).hasSize(1);
    }

    @Test
    void the_second_listing_has_every_cell() {
        assertThat(cells()).hasSize(ChangeKind.values().length * Stage.values().length);
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
        if (!cell.alternatives().isEmpty()) {
            text.append('>');
        }
        cell.alternatives()
                .forEach(way -> WAYS.forEach((letter, known) -> text.append(known == way ? letter.toString() : "")));
        return text.toString();
    }
}
