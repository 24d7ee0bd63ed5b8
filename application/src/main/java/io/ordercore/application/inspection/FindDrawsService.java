package io.ordercore.application.inspection;

import io.ordercore.domain.inspection.Inspection;
import io.ordercore.domain.inspection.LotDraw;
import io.ordercore.domain.party.MerchantId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

final class FindDrawsService implements FindDraws {
    private final LotDraws draws;
    private final Inspections inspections;

    FindDrawsService(LotDraws draws, Inspections inspections) {
        this.draws = draws;
        this.inspections = inspections;
    }

    @Override
    public List<Shown> list(@Nullable MerchantId merchant, @Nullable UUID after, int limit) {
        return draws.list(merchant, after, limit).stream()
                .map(draw -> new Shown(draw, ordered(draw)))
                .toList();
    }

    private @Nullable Inspection ordered(LotDraw draw) {
        LotDraw.Drawn drawn = draw.drawn();
        return drawn == null || drawn.inspection() == null
                ? null
                : inspections.find(drawn.inspection()).orElseThrow();
    }

    @Override
    public Shown of(Inspection inspection) {
        return new Shown(draws.of(inspection.id()).orElse(null), inspection);
    }
}
