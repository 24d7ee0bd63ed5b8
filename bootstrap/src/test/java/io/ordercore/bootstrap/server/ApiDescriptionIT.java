package io.ordercore.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the description says of every operation without its resource having said so. */
class ApiDescriptionIT {
    private static final String KEY = "#/components/parameters/IdempotencyKey";

    @Test
    void every_operation_says_who_may_and_what_can_go_wrong() throws Exception {
        for (Map.Entry<String, JsonNode> path : document().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                String name = method.getKey() + " " + path.getKey();
                JsonNode operation = method.getValue();
                JsonNode responses = operation.path("responses");
                boolean signed =
                        path.getKey().endsWith("/pushes") || path.getKey().startsWith("/payment-providers/");
                assertThat(List.of("401", "503", "default")).as(name).allMatch(responses::has);
                assertThat(responses.has("404"))
                        .as(name)
                        .isEqualTo(path.getKey().contains("{"));
                assertThat(operation.at("/security/0/SecurityScheme").isArray())
                        .as(name)
                        .isNotEqualTo(signed);
                assertThat(responses.has("403")).as(name).isNotEqualTo(signed);
                assertThat(takesKey(operation))
                        .as(name)
                        .isEqualTo(method.getKey().equals("post") && !signed);
            }
        }
    }

    @Test
    void roles_versions_and_the_words_of_a_resource_stand_where_they_belong() throws Exception {
        JsonNode paths = document().path("paths");
        assertThat(paths.at("/~1orders~1{id}~1cancellation/post/responses/403/description")
                        .asText())
                .isEqualTo("forbidden; allowed to buyer (their own), merchant (their own), agent, operator");
        assertThat(paths.at("/~1listings~1{id}/put/responses").has("412")).isTrue();
        assertThat(paths.at("/~1listings~1{id}/get/responses").has("412")).isFalse();
        assertThat(paths.at("/~1orders~1{id}~1claims/post/responses/409/description")
                        .asText())
                .isEqualTo("after-sale-refused, with every reason");
    }

    @Test
    void whatever_it_refers_to_is_there() throws Exception {
        JsonNode document = document();
        assertThat(document.findValuesAsText("$ref"))
                .hasSizeGreaterThan(500)
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    private static boolean takesKey(JsonNode operation) {
        JsonNode parameters = operation.path("parameters");
        return parameters.findValuesAsText("$ref").contains(KEY)
                != parameters.findValuesAsText("name").contains("Idempotency-Key");
    }

    private static JsonNode document() throws Exception {
        RunningServer server = RunningServer.shared();
        return RunningServer.json(server.send(null, server.request("/openapi?format=json")));
    }
}
