package io.ordercore.bootstrap.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Bodies made from one that an operation takes, with one thing wrong in each: every property at every depth gets every value
 * that its schema forbids, and every value that may or may not be allowed but has broken somebody's server.
 *
 * @param valid a body that the schema allows, as JSON
 * @param forbidden bodies that are to be refused
 * @param doubtful bodies that may be refused or not
 */
record BodyAttacks(String valid, List<String> forbidden, List<String> doubtful) {
    private static final String NUL = "\"a\\u0000b\"";
    private static final String LONG = "\"" + "x".repeat(300_000) + "\"";
    private static final String DEEP = "[".repeat(2_000) + "]".repeat(2_000);
    private static final String MANY = "[" + "null,".repeat(50_000) + "null]";
    private static final String MANY_TEXTS = "[" + "\"\",".repeat(80_000) + "\"\"]";
    private static final String HUGE = "99999999999999999999999";

    private static final Map<String, List<String>> FORBIDDEN = Map.of(
            "string", List.of("1", "true", "{}", "[]", NUL, LONG, DEEP),
            "integer", List.of("\"x\"", "true", "{}", "[]", "1.5", "1e999", HUGE, DEEP),
            "number", List.of("\"x\"", "true", "{}", "[]", "1e999", DEEP),
            "boolean", List.of("\"x\"", "2", "{}", "[]", DEEP),
            "array", List.of("\"x\"", "1", "true", "{}", MANY, MANY_TEXTS, DEEP),
            "object", List.of("\"x\"", "1", "true", "[]", DEEP));

    private static final Map<String, List<String>> DOUBTFUL = Map.of(
            "string",
                    List.of(
                            "null",
                            "\"\"",
                            "\" \"",
                            "\"'; drop table orders; --\"",
                            "\"<script>alert(1)</script>\"",
                            "\"${jndi:ldap://127.0.0.1/a}\"",
                            "\"\\r\\nSet-Cookie: a=b\"",
                            "\"\\ud800\"",
                            "\"-99999999999999\""),
            "integer", List.of("null", "0", "-1", "2147483647", "-9223372036854775808"),
            "number", List.of("null", "0", "-1", HUGE),
            "boolean", List.of("null"),
            "array", List.of("null", "[]", "[null]", "[[]]"),
            "object", List.of("null", "{}"));

    static BodyAttacks on(JsonNode document, JsonNode content) {
        Made made = new Made(document, new ArrayList<>(), new ArrayList<>());
        JsonNode schema = made.resolved(content.path("schema"));
        JsonNode valid = content.at("/examples").properties().stream()
                .findFirst()
                .map(example -> example.getValue().path("value"))
                .orElseGet(() -> made.valid(schema));
        made.attack(schema, valid, body -> body);
        return new BodyAttacks(valid.toString(), List.copyOf(made.forbidden), List.copyOf(made.doubtful));
    }

    private record Made(JsonNode document, List<String> forbidden, List<String> doubtful) {
        JsonNode resolved(JsonNode schema) {
            JsonNode reference = schema.path("$ref");
            return reference.isMissingNode()
                    ? schema
                    : resolved(document.at(reference.asText().substring(1)));
        }

        /** With what it takes in place of {@code valid}, and {@code whole} around it. */
        void attack(JsonNode schema, JsonNode valid, UnaryOperator<String> whole) {
            String type = schema.path("type").asText("object");
            FORBIDDEN.getOrDefault(type, List.of()).forEach(value -> forbidden.add(whole.apply(value)));
            DOUBTFUL.getOrDefault(type, List.of()).forEach(value -> doubtful.add(whole.apply(value)));
            if (schema.has("enum")) {
                forbidden.add(whole.apply("\"NO_SUCH_VALUE\""));
            }
            if (type.equals("array")) {
                JsonNode items = resolved(schema.path("items"));
                JsonNode first = valid.has(0) ? valid.get(0) : valid(items);
                attack(items, first, item -> whole.apply("[" + item + "]"));
            }
            for (Map.Entry<String, JsonNode> property :
                    schema.path("properties").properties()) {
                attackProperty(property.getKey(), resolved(property.getValue()), valid, whole);
            }
        }

        private void attackProperty(String name, JsonNode schema, JsonNode owner, UnaryOperator<String> whole) {
            JsonNode valid = owner.has(name) ? owner.get(name) : valid(schema);
            ObjectNode others = owner.deepCopy();
            others.remove(name);
            String rest = others.toString().substring(1);
            String more = rest.equals("}") ? rest : "," + rest;
            String named = "{\"" + name + "\":";
            attack(schema, valid, value -> whole.apply(named + value + more));
            doubtful.add(whole.apply(others.toString()));
            forbidden.add(whole.apply(named + valid + ",\"" + name + "\":" + valid + more));
            forbidden.add(whole.apply(named + valid + ",\"no-such-property\":1" + more));
        }

        JsonNode valid(JsonNode anySchema) {
            JsonNode schema = resolved(anySchema);
            JsonNodeFactory nodes = JsonNodeFactory.instance;
            if (schema.has("examples")) {
                return schema.path("examples").get(0);
            }
            if (schema.has("enum")) {
                return schema.path("enum").get(0);
            }
            return switch (schema.path("type").asText("object")) {
                case "string" -> nodes.textNode(text(schema));
                case "integer", "number" ->
                    nodes.numberNode(schema.path("minimum").asInt(1));
                case "boolean" -> nodes.booleanNode(true);
                case "array" -> nodes.arrayNode().add(valid(schema.path("items")));
                default -> {
                    ObjectNode object = nodes.objectNode();
                    schema.path("required")
                            .forEach(name -> object.set(
                                    name.asText(),
                                    valid(schema.path("properties").path(name.asText()))));
                    yield object;
                }
            };
        }

        private static String text(JsonNode schema) {
            return switch (schema.path("format").asText()) {
                case "date" -> "2026-11-03";
                case "date-time" -> "2026-11-03T09:00:00Z";
                default -> "some-text";
            };
        }
    }
}
