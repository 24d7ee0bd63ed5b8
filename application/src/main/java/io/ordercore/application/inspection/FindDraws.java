package io.ordercore.application.inspection;

import io.ordercore.domain.inspection.Inspection;
import io.ordercore.domain.inspection.LotDraw;
import io.ordercore.domain.party.MerchantId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows what draws were made of, so that anybody can make them again. */
public interface FindDraws {
    /** Draws, the latest recorded first; null for all merchants, and for the first page. */
    List<Shown> list(@Nullable MerchantId merchant, @Nullable UUID after, int limit);

    /**
     * A draw and the inspection it led to.
     *
     * @param draw null for an inspection a person ordered: only its units were drawn
     * @param inspection null where nothing was ordered
     */
    record Shown(@Nullable LotDraw draw, @Nullable Inspection inspection) {
        /** Whether the seed may be shown: it would tell which units will be taken before they are. */
        public boolean isOver() {
            return inspection == null ? draw != null && draw.drawn() != null : inspection.report() != null;
        }
    }

    /** How the lot and the units of an inspection were drawn. */
    Shown of(Inspection inspection);
}
