package io.ordercore.adapters.rest.inspection;

import io.ordercore.application.inspection.FindDraws;
import io.ordercore.domain.inspection.FairDraw;
import io.ordercore.domain.inspection.Inspection;
import io.ordercore.domain.inspection.LotDraw;
import io.ordercore.domain.inspection.LotRisk;
import io.ordercore.domain.inspection.SelectionReason;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All that a draw was made of: whoever has it can make the draw again.
 *
 * @param id goes into every number of the draw
 * @param commitment SHA-256 of the seed, shown before anything is known of the lot
 * @param seed absent until the lot is counted, and if it is inspected until the agency reported
 * @param committedAt absent, like everything about the lot's selection, where a person ordered the inspection
 * @param dueAt from when on the lot is counted
 * @param units the units taken, numbered from 1; like the seed
 */
@Schema(name = "Draw")
record DrawView(
        String id,
        String merchant,
        String sku,
        String commitment,
        @Nullable String seed,
        @Nullable Instant committedAt,
        @Nullable Instant dueAt,
        @Nullable Lot lot,
        @Nullable String inspection,
        @Nullable String agency,
        @Nullable Integer sampleSize,
        @Nullable List<Integer> units) {
    /**
     * The lot as it was counted, and whether it is inspected.
     *
     * @param chance in ten-thousandths; the lot is inspected if its number is below
     * @param number 0 to 9,999
     * @param agencies of which the seed picks one
     */
    @Schema(name = "DrawnLot")
    record Lot(
            Instant drawnAt,
            int size,
            Risk risk,
            SelectionReason reason,
            int chance,
            int number,
            boolean selected,
            List<String> agencies) {
        static Lot of(LotDraw draw, LotDraw.Drawn drawn) {
            return new Lot(
                    drawn.at(),
                    drawn.size(),
                    Risk.of(drawn.risk()),
                    drawn.reason(),
                    drawn.reason().chance(),
                    draw.draw().number(),
                    draw.selects(drawn.reason()),
                    drawn.agencies());
        }
    }

    /** What was known of the lot; the first reason that applies gives the chance. */
    @Schema(name = "LotRisk")
    record Risk(
            String category,
            boolean newMerchant,
            boolean trusted,
            boolean doubtful,
            int complaintsPerTenThousand,
            boolean underRectification) {
        static Risk of(LotRisk risk) {
            return new Risk(
                    risk.category(),
                    risk.newMerchant(),
                    risk.trusted(),
                    risk.doubtful(),
                    risk.complaintsPerTenThousand(),
                    risk.underRectification());
        }
    }

    static DrawView of(FindDraws.Shown shown) {
        LotDraw draw = shown.draw();
        Inspection inspection = shown.inspection();
        if (draw == null) {
            return ofUnits(Objects.requireNonNull(inspection), shown.isOver());
        }
        LotDraw.Drawn drawn = draw.drawn();
        FairDraw fair = draw.draw();
        return new DrawView(
                fair.lot(),
                draw.merchant().value(),
                draw.sku().value(),
                fair.commitment(),
                shown.isOver() ? fair.seed() : null,
                draw.committedAt(),
                draw.dueAt(),
                drawn == null ? null : Lot.of(draw, drawn),
                inspection == null ? null : inspection.id().toString(),
                inspection == null ? null : inspection.agency(),
                inspection == null ? null : inspection.sampleSize(),
                inspection == null || !shown.isOver() ? null : inspection.units());
    }

    private static DrawView ofUnits(Inspection inspection, boolean over) {
        FairDraw fair = inspection.draw();
        return new DrawView(
                fair.lot(),
                inspection.lot().merchant().value(),
                inspection.lot().sku().value(),
                fair.commitment(),
                over ? fair.seed() : null,
                null,
                null,
                null,
                inspection.id().toString(),
                inspection.agency(),
                inspection.sampleSize(),
                over ? inspection.units() : null);
    }
}
