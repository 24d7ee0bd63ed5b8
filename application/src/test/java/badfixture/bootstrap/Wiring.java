package badfixture.bootstrap;

import badfixture.adapters.persistence.Shelf;

public record Wiring(Shelf shelf) {}
