package io.ordercore.domain.logistics.arrival;

/** From where to where. {@code zone} is the first part of the destination's postal code, finer than its region. */
public record Lane(String from, String to, String zone) {}
