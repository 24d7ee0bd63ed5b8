package io.ordercore.domain.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FairDrawTest {
    private static final String SEED = "5f".repeat(32);

    @Test
    void the_same_seed_and_lot_draw_the_same_units() {
        assertThat(new FairDraw(SEED, "lot-1").units(500, 50))
                .isEqualTo(new FairDraw(SEED, "lot-1").units(500, 50))
                .isNotEqualTo(new FairDraw(SEED, "lot-2").units(500, 50))
                .hasSize(50)
                .doesNotHaveDuplicates()
                .isSorted()
                .allMatch(unit -> unit >= 1 && unit <= 500);
    }

    @Test
    void a_whole_lot_is_all_of_its_units() {
        assertThat(new FairDraw(SEED, "lot").units(5, 5)).containsExactly(1, 2, 3, 4, 5);
        assertThat(new FairDraw(SEED, "lot").units(5, 0)).isEmpty();
        assertThatThrownBy(() -> new FairDraw(SEED, "lot").units(5, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FairDraw(SEED, "lot").units(5, 6)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_the_promised_seed_opens_the_commitment() {
        String published = new FairDraw(SEED, "lot").commitment();
        assertThat(new FairDraw(SEED, "another lot").opens(published)).isTrue();
        assertThat(new FairDraw("5e".repeat(32), "lot").opens(published)).isFalse();
        assertThatThrownBy(() -> new FairDraw("guess", "lot")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_unit_is_equally_likely() {
        int[] drawn = new int[20];
        for (int lot = 0; lot < 20_000; lot++) {
            for (int unit : new FairDraw(SEED, "lot-" + lot).units(20, 3)) {
                drawn[unit - 1]++;
            }
        }
        double expected = 3000;
        double chiSquare = 0;
        for (int count : drawn) {
            chiSquare += (count - expected) * (count - expected) / expected;
        }
        assertThat(chiSquare).as("19 degrees of freedom, 99.9 % below 43.8").isLessThan(43.8);
    }

    @Test
    void lots_are_selected_as_often_as_their_risk_asks() {
        int selected = 0;
        for (int lot = 0; lot < 10_000; lot++) {
            selected += new FairDraw(SEED, "lot-" + lot).selects(SelectionReason.ROUTINE.chance()) ? 1 : 0;
        }
        assertThat(selected).isBetween(1880, 2120);
        assertThat(new FairDraw(SEED, "lot").selects(10_000)).isTrue();
        assertThat(new FairDraw(SEED, "lot").selects(0)).isFalse();
    }

    @Test
    void the_gravest_reason_to_inspect_comes_first() {
        LotRisk quiet = new LotRisk("kitchen", false, false, false, 0, false);
        LotRisk complained = new LotRisk("food", false, true, true, 150, false);
        LotRisk trustedFood = new LotRisk("food", false, true, false, 0, false);
        LotRisk trusted = new LotRisk("kitchen", false, true, false, 0, false);
        assertThat(SelectionReason.of(quiet, InspectionPolicy.STANDARD)).isEqualTo(SelectionReason.ROUTINE);
        assertThat(SelectionReason.of(complained, InspectionPolicy.STANDARD))
                .isEqualTo(SelectionReason.MANY_COMPLAINTS);
        assertThat(SelectionReason.of(trustedFood, InspectionPolicy.STANDARD))
                .isEqualTo(SelectionReason.STRICT_CATEGORY);
        assertThat(SelectionReason.of(trusted, InspectionPolicy.STANDARD)).isEqualTo(SelectionReason.TRUSTED_MERCHANT);
    }

    @Test
    void a_lot_is_selected_when_its_number_is_below_its_chance() {
        FairDraw draw = new FairDraw(SEED, "lot-7");
        assertThat(draw.number()).isBetween(1, 9_998);
        assertThat(draw.selects(draw.number() + 1)).isTrue();
        assertThat(draw.selects(draw.number())).isFalse();
    }

    /** What a merchant does who checks a draw with nothing but SHA-256, as the javadoc says. */
    @Test
    void anybody_can_check_a_draw() throws NoSuchAlgorithmException {
        FairDraw draw = new FairDraw(SEED, "lot-7");

        assertThat(draw.choice("agency", 7)).isEqualTo((int) (drawn("agency", 0) % 7));
        int first = (int) (drawn("units", 0) % 999) + 1;
        int second = (int) (drawn("units", 1) % 1_000) + 1;
        assertThat(draw.units(1_000, 2)).containsExactlyInAnyOrder(first, second == first ? 1_000 : second);
    }

    private static long drawn(String purpose, int counter) throws NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest((SEED + "|lot-7|" + purpose + "|" + counter).getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(hash).order(ByteOrder.LITTLE_ENDIAN).getLong() & ((1L << 62) - 1);
    }
}
