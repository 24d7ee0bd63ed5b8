package badfixture.domain.order;

public record CountsInDoubles(double total) {}
