package io.ordercore.domain.modification;

/** A change asked for, where it stands in the policy, and the ruling on it. */
public record RuledChange(RequestedChange change, Stage stage, Ruled ruled) {}
