package badfixture.domain.party;

import badfixture.domain.order.CountsInDoubles;

public record KnowsOrders(CountsInDoubles spent) {}
