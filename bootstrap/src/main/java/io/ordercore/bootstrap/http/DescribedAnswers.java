package io.ordercore.bootstrap.http;

import io.ordercore.adapters.rest.CommonAnswers;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * {@link CommonAnswers}, written into the description once: when the server is built. Not a subclass, for Quarkus takes only what
 * names the interface itself.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class DescribedAnswers implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI api) {
        new CommonAnswers().filterOpenAPI(api);
    }
}
