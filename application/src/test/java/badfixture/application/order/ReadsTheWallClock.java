package badfixture.application.order;

public final class ReadsTheWallClock {
    private ReadsTheWallClock() {}

    public static boolean isPast(long millis) {
        return System.currentTimeMillis() > millis;
    }
}
