package io.quarkus.badfixture;

/** Stands in for a type of the server framework, which is not on the class path here. */
public record ServerThing(int port) {}
