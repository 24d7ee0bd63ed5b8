package badfixture.domain.order;

import badfixture.adapters.persistence.Shelf;

public record KnowsItsStore(Shelf shelf) {}
