package badcarrier;

import badfixture.application.order.PlaceOrder;

public record PlacesOrders(PlaceOrder placeOrder) {}
