package badfixture.extras;

import badfixture.domain.order.CountsInDoubles;

public record InNoLayer(CountsInDoubles counted) {}
