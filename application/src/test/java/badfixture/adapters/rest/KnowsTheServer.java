package badfixture.adapters.rest;

import io.quarkus.badfixture.ServerThing;

public record KnowsTheServer(ServerThing server) {}
