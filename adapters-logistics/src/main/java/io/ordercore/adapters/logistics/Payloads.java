package io.ordercore.adapters.logistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Carriers' bodies: JSON, XML and forms. A missing field reads as empty text, a single element as a list of one. */
final class Payloads {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final XmlMapper XML = new XmlMapper();

    private Payloads() {}

    static JsonNode json(String body) throws UnreadableAnswerException {
        try {
            JsonNode tree = JSON.readTree(body);
            if (!tree.isContainerNode()) {
                throw new UnreadableAnswerException("neither an object nor a list");
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw new UnreadableAnswerException("not JSON");
        }
    }

    static JsonNode xml(String body) throws UnreadableAnswerException {
        try {
            JsonNode tree = XML.readTree(body.getBytes(StandardCharsets.UTF_8));
            if (!tree.isObject()) {
                throw new UnreadableAnswerException("an empty document");
            }
            return tree;
        } catch (IOException e) {
            throw new UnreadableAnswerException("not XML");
        }
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A document of this name; an entry {@code xmlns} is its namespace. */
    static String writeXml(String root, Map<String, ?> content) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        Object namespace = content.get("xmlns");
        xml.append('<').append(root);
        if (namespace != null) {
            xml.append(" xmlns=\"").append(escaped(namespace)).append('"');
        }
        xml.append('>');
        elements(xml, content);
        return xml.append("</").append(root).append('>').toString();
    }

    private static void elements(StringBuilder xml, Map<?, ?> content) {
        content.forEach((name, value) -> {
            if (!name.equals("xmlns")) {
                xml.append('<').append(name).append('>');
                if (value instanceof Map<?, ?> inner) {
                    elements(xml, inner);
                } else {
                    xml.append(escaped(value));
                }
                xml.append("</").append(name).append('>');
            }
        });
    }

    private static String escaped(Object value) {
        return value.toString()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Empty for an absent or null field; numbers and booleans as written. */
    static String text(JsonNode node, String... path) {
        JsonNode at = node;
        for (String name : path) {
            at = at.path(name);
        }
        return at.isMissingNode() || at.isNull() || at.isContainerNode()
                ? ""
                : at.asText().strip();
    }

    /** XML shows a list of one as the element itself. */
    static Iterable<JsonNode> each(JsonNode node) {
        if (node.isArray()) {
            return node;
        }
        return node.isMissingNode()
                        || node.isNull()
                        || (node.isValueNode() && node.asText().isBlank())
                ? List.of()
                : List.of(node);
    }

    /** {@code application/x-www-form-urlencoded} as {@link URLEncoder} writes it. */
    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static Map<String, String> readForm(byte[] body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                try {
                    fields.put(
                            URLDecoder.decode(field.substring(0, equals), StandardCharsets.UTF_8),
                            URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
                } catch (IllegalArgumentException e) {
                    fields.put(field.substring(0, equals), "");
                }
            }
        }
        return fields;
    }
}
