package badfixture.domain.order;

import com.fasterxml.jackson.badfixture.JsonThing;

public record KnowsItsJson(JsonThing json) {}
