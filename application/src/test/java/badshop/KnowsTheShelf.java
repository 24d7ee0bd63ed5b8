package badshop;

import badfixture.adapters.persistence.Shelf;

public record KnowsTheShelf(Shelf shelf) {}
