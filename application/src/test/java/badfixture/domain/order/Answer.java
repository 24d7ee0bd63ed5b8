package badfixture.domain.order;

/** A sealed decision as it should be; what is wrong is how {@code AsksForTheClass} reads it. */
public sealed interface Answer {
    record Yes(String why) implements Answer {}

    record No(String why) implements Answer {}
}
