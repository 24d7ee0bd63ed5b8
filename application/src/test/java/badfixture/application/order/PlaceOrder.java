package badfixture.application.order;

/** An in-port as it should be; what is wrong is who implements it. */
public interface PlaceOrder {
    boolean place(String sku);
}
