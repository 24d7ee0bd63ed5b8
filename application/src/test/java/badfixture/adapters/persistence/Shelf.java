package badfixture.adapters.persistence;

public record Shelf(int rows) {}
