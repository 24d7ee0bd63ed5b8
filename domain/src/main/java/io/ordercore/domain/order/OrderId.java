package io.ordercore.domain.order;

/**
 * One merchant's part of a purchase: the purchase and a number from 1, written {@code <purchase>-<number>}. So a purchase's
 * orders are found without an index of their own.
 */
public record OrderId(PurchaseId purchase, int number) implements Comparable<OrderId> {
    private static final int MOST = 999;

    public OrderId {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException("an order's number is 1 to " + MOST);
        }
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if it is not an order id
     */
    public static OrderId parse(String text) {
        int dash = PurchaseId.TEXT_LENGTH;
        if (text.length() < dash + 2 || text.length() > dash + 4 || text.charAt(dash) != '-') {
            throw new IllegalArgumentException("not an order id");
        }
        String number = text.substring(dash + 1);
        OrderId id = new OrderId(PurchaseId.parse(text.substring(0, dash)), Integer.parseInt(number));
        if (!number.equals(Integer.toString(id.number))) {
            throw new IllegalArgumentException("one order has one id");
        }
        return id;
    }

    @Override
    public int compareTo(OrderId other) {
        int byPurchase = purchase.compareTo(other.purchase);
        return byPurchase != 0 ? byPurchase : Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return purchase + "-" + number;
    }
}
