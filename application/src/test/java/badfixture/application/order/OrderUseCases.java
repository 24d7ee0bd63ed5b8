package badfixture.application.order;

public record OrderUseCases(PlaceOrder placeOrder) {}
