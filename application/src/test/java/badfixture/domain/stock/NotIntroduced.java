package badfixture.domain.stock;

public record NotIntroduced(int onHand) {}
