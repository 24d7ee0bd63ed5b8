package badfixture.domain.order;

public record LateParcelException(String tracking) {}
