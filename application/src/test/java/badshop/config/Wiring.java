package badshop.config;

import badfixture.adapters.persistence.Shelf;

public record Wiring(Shelf shelf) {}
