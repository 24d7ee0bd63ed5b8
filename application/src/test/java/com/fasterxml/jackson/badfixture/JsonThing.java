package com.fasterxml.jackson.badfixture;

/** Stands in for a type of Jackson, which is not on the class path here. */
public record JsonThing(String json) {}
