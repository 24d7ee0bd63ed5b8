package io.ordercore.adapters.rest;

import io.ordercore.domain.party.Role;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/**
 * Completes the API's description with what holds for many operations, so that no resource repeats it: who may call each (by the
 * {@link AccessTable}), the key every command carries, and the problems that do not come from the resource itself. What a resource
 * says of an answer stands.
 *
 * <p>A runtime of MicroProfile OpenAPI takes it as its {@code mp.openapi.filter}.
 */
public final class CommonAnswers implements OASFilter {
    private static final String KEY = "IdempotencyKey";
    private static final String KEY_HEADER = "Idempotency-Key";
    private static final String ANY_PROBLEM = "Problem";
    /** What scanners say of a body they know nothing more about. */
    private static final String SAYS_NOTHING = "Bad Request";

    private static final String FIRST_PROBLEM = "400";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Components components = api.getComponents();
        components.addParameter(KEY, key());
        components.addResponse(ANY_PROBLEM, problem("A problem"));
        for (CommonProblem common : CommonProblem.values()) {
            components.addResponse(common.component(), problem(common.description()));
        }
        List<String> schemes = components.getSecuritySchemes() == null
                ? List.of()
                : List.copyOf(components.getSecuritySchemes().keySet());
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .forEach((method, operation) -> complete(path, method, operation, schemes)));
    }

    private static void complete(String path, HttpMethod method, Operation operation, List<String> schemes) {
        Map<Role, ObjectRule> row = AccessTable.of(operation.getOperationId());
        if (row.isEmpty()) {
            return; // not this adapter's
        }
        APIResponses responses = operation.getResponses();
        if (!isSigned(row)) {
            schemes.forEach(scheme -> operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(scheme)));
            if (method == HttpMethod.POST) {
                operation.addParameter(OASFactory.createParameter().ref(KEY));
            }
            responses.addAPIResponse("403", problem("forbidden; allowed to " + roles(row)));
        }
        headers(operation).filter(header -> header.getSchema() == null).forEach(header -> header.setSchema(text()));
        for (CommonProblem common : CommonProblem.values()) {
            if (common.concerns(path, method, operation) && isUnsaid(responses.getAPIResponse(common.status()))) {
                responses.addAPIResponse(
                        common.status(), OASFactory.createAPIResponse().ref(common.component()));
            }
        }
        responses.getAPIResponses().forEach((status, said) -> {
            if (status.compareTo(FIRST_PROBLEM) >= 0 && said.getRef() == null && said.getContent() == null) {
                said.setContent(problemContent());
            }
        });
        if (responses.getDefaultValue() == null) {
            responses.setDefaultValue(OASFactory.createAPIResponse().ref(ANY_PROBLEM));
        }
    }

    /** Carriers and payment providers sign what they send; they carry no token and no key. */
    private static boolean isSigned(Map<Role, ObjectRule> row) {
        return row.containsKey(Role.CARRIER) || row.containsKey(Role.SYSTEM);
    }

    private static boolean isUnsaid(@Nullable APIResponse said) {
        return said == null || (said.getContent() == null && SAYS_NOTHING.equals(said.getDescription()));
    }

    private static Stream<Parameter> headers(Operation operation) {
        return Stream.ofNullable(operation.getParameters())
                .flatMap(List::stream)
                .filter(parameter -> parameter.getIn() == Parameter.In.HEADER);
    }

    static boolean takesHeader(Operation operation, String name) {
        return headers(operation).anyMatch(header -> name.equals(header.getName()));
    }

    private static String roles(Map<Role, ObjectRule> row) {
        return Stream.of(Role.values())
                .filter(row::containsKey)
                .map(role -> ProblemType.codeOf(role) + (row.get(role) == ObjectRule.OWN ? " (their own)" : ""))
                .collect(Collectors.joining(", "));
    }

    private static Parameter key() {
        return OASFactory.createParameter()
                .name(KEY_HEADER)
                .in(Parameter.In.HEADER)
                .required(true)
                .description("names the command; under the same key it is carried out once, and its answer given again")
                .schema(text().minLength(1).maxLength(255));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }

    private static APIResponse problem(String description) {
        return OASFactory.createAPIResponse().description(description).content(problemContent());
    }

    private static Content problemContent() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("Problem")));
    }
}
