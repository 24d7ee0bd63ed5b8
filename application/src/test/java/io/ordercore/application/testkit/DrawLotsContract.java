package io.ordercore.application.testkit;

import static io.ordercore.domain.testkit.Fixtures.TEA_HOUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordercore.application.StaleVersionException;
import io.ordercore.application.inspection.DrawLots;
import io.ordercore.application.inspection.FindDraws;
import io.ordercore.application.inspection.InspectionAgency;
import io.ordercore.application.inspection.SendInspections;
import io.ordercore.domain.inspection.AgencyOrder;
import io.ordercore.domain.inspection.Inspection;
import io.ordercore.domain.inspection.LotDraw;
import io.ordercore.domain.inspection.SelectionReason;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Which lots are drawn, and how agencies hear of them, on any store. */
public abstract class DrawLotsContract extends InspectionLab {
    @Test
    void the_seed_of_a_draw_is_recorded_before_its_lot_is_counted() {
        DrawLots drawing = useCases.drawLots();
        assertThat(drawing.draw(100)).isEqualTo(1);
        LotDraw committed = draws().get(0);
        assertThat(committed.drawn()).isNull();
        ahead.forward(Duration.ofHours(23));
        assertThat(drawing.draw(100)).isZero();
        ahead.forward(Duration.ofHours(2));
        assertThat(drawing.draw(100)).isEqualTo(1);
        assertThat(drawing.draw(100)).isZero();

        LotDraw draw = draws().get(1);
        LotDraw.Drawn drawn = Objects.requireNonNull(draw.drawn());
        assertThat(draw.draw()).isEqualTo(committed.draw());
        assertThat(draw.committedAt()).isEqualTo(committed.committedAt()).isBefore(drawn.at());
        assertThat(drawn.reason()).isEqualTo(SelectionReason.NEW_MERCHANT);
        assertThat(drawn.size()).isEqualTo(1_000_000);
        assertThat(drawn.agencies()).containsExactly(LAB);
        Inspection ordered =
                inspectGoods.find(Objects.requireNonNull(drawn.inspection())).orElseThrow();
        assertThat(ordered.agency()).isEqualTo(LAB);
        assertThat(ordered.lot().sku()).isEqualTo(KETTLE);
        assertThat(ordered.draw()).isEqualTo(draw.draw());
        assertThat(useCases.findDraws().of(ordered).draw()).isEqualTo(draw);

        LotDraw next = draws().get(0);
        assertThat(next.drawn()).isNull();
        assertThat(next.dueAt()).isEqualTo(drawn.at().plus(LotDraw.PERIOD));
        assertThat(store.lotDraws().list(TEA_HOUSE, next.id(), 10)).containsExactly(draw);
        assertThat(useCases.findDraws().list(TEA_HOUSE, null, 10))
                .extracting(FindDraws.Shown::isOver)
                .containsExactly(false, false);
        assertThat(reported(ordered, NONE)).isEmpty();
        assertThat(useCases.findDraws().list(TEA_HOUSE, null, 10))
                .extracting(FindDraws.Shown::isOver)
                .containsExactly(false, true);
        assertThatThrownBy(() -> store.lotDraws().save(draw)).isInstanceOf(StaleVersionException.class);
    }

    @Test
    void an_agency_is_asked_until_it_answers() {
        Inspection inspection = orderedLot();
        agency.answers.add(new InspectionAgency.Unknown("status 503", Duration.ofSeconds(30)));
        agency.answers.add(new InspectionAgency.Taken("job-7"));
        SendInspections sending = useCases.sendInspections();
        assertThat(sending.send(10)).isEqualTo(1);
        assertThat(sending.send(10)).isZero();
        assertThat(sent(inspection).state()).isEqualTo(AgencyOrder.State.OPEN);
        ahead.forward(Duration.ofSeconds(31));
        assertThat(sending.send(10)).isEqualTo(1);
        assertThat(sent(inspection).reference()).isEqualTo("job-7");
        assertThat(agency.asked).containsExactly(inspection.id(), inspection.id());
        ahead.forward(Duration.ofDays(1));
        assertThat(sending.send(10)).isZero();
    }

    @Test
    void an_agency_that_refuses_or_has_reported_is_not_asked_again() {
        Inspection refused = orderedLot();
        agency.answers.add(new InspectionAgency.Refused("status 422"));
        SendInspections sending = useCases.sendInspections();
        assertThat(sending.send(10)).isEqualTo(1);
        assertThat(sent(refused).state()).isEqualTo(AgencyOrder.State.REFUSED);
        assertThat(sent(refused).problem()).isEqualTo("status 422");

        Inspection done = orderedLot();
        reported(done, NONE);
        assertThat(sending.send(10)).isEqualTo(1);
        assertThat(sent(done).state()).isEqualTo(AgencyOrder.State.TAKEN);
        assertThat(agency.asked).containsExactly(refused.id());
    }

    private AgencyOrder sent(Inspection inspection) {
        return inspectGoods.sent(inspection.id()).orElseThrow();
    }

    private List<LotDraw> draws() {
        return store.lotDraws().list(TEA_HOUSE, null, 10);
    }
}
