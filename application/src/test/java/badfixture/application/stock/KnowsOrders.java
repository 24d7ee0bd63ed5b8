package badfixture.application.stock;

import badfixture.application.order.PlaceOrder;

public record KnowsOrders(PlaceOrder placeOrder) {}
