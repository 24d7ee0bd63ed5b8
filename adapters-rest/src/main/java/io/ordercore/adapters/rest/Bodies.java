package io.ordercore.adapters.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a request's body: parsed once, validated once, every violation named. */
@Singleton
public class Bodies {
    /** Bytes of the largest body, 256 Ki. */
    public static final int LARGEST = 256 * 1024;

    /** Characters of the longest text in any body; most members allow fewer, as their {@code Size} says. */
    public static final int LONGEST_TEXT = 150_000;

    /** Lines of the longest body that is answered line by line. */
    public static final int MOST_LINES = 10_000;
    /** Bytes of the largest of those, 2 Mi. */
    public static final int LARGEST_OF_LINES = 2 * 1024 * 1024;

    private static final Set<String> NOT_FACTS = Set.of("message", "groups", "payload");

    private final Validator validator;

    @Inject
    public Bodies(Validator validator) {
        this.validator = validator;
    }

    /**
     * The body as {@code type}.
     *
     * @throws ProblemException if it is missing, malformed or violates a constraint
     */
    public <T> T required(byte @Nullable [] body, Class<T> type) {
        return required(body, LARGEST, type);
    }

    /**
     * A body that may be larger than others, as {@code type}.
     *
     * @param largest in bytes
     * @throws ProblemException if it is missing, malformed, larger, or violates a constraint
     */
    public <T> T required(byte @Nullable [] body, int largest, Class<T> type) {
        if (body == null || body.length == 0) {
            throw malformed(Violation.at("", "body-missing"));
        }
        T read = parse(body, largest, type);
        List<Violation> violations = violationsOf(read);
        if (!violations.isEmpty()) {
            throw Problem.of(ProblemType.INVALID_BODY, violations).exception();
        }
        return read;
    }

    private <T> List<Violation> violationsOf(T read) {
        List<Violation> tooLong = Lengths.tooLong(read);
        return tooLong.isEmpty() ? violations(validator.validate(read)) : tooLong;
    }

    /** The body as {@code type}, {@code nothing} if there is none. */
    public <T> T optional(Call call, byte @Nullable [] body, Class<T> type, T nothing) {
        if (body == null || body.length == 0) {
            return nothing;
        }
        if (!call.hasJson()) {
            throw Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE).exception();
        }
        return required(body, type);
    }

    /**
     * The lines of a body that is answered line by line: an object whose only member is a list of them. A line that cannot be
     * read is one of the answer's, not the whole body's fault.
     *
     * @throws ProblemException if the body itself is missing, malformed, or has no line or too many
     */
    public <T> List<Line<T>> lines(byte @Nullable [] body, String member, Class<T> type) {
        if (body == null || body.length == 0) {
            throw malformed(Violation.at("", "body-missing"));
        }
        JsonNode read = parse(body, LARGEST_OF_LINES, JsonNode.class);
        for (Map.Entry<String, JsonNode> each : read.properties()) {
            if (!each.getKey().equals(member)) {
                throw malformed(Violation.at("/" + escaped(each.getKey()), "unknown-property"));
            }
        }
        JsonNode listed = read.path(member);
        if (!listed.isArray()) {
            throw malformed(Violation.at(read.isObject() ? "/" + member : "", "wrong-type"));
        }
        if (listed.isEmpty() || listed.size() > MOST_LINES) {
            throw Problem.of(
                            ProblemType.INVALID_BODY,
                            List.of(new Violation("/" + member, "size", Map.of("min", 1, "max", MOST_LINES))))
                    .exception();
        }
        List<Line<T>> lines = new ArrayList<>(listed.size());
        for (JsonNode line : listed) {
            lines.add(line(line, lines.size(), "/" + member + "/" + lines.size(), type));
        }
        return lines;
    }

    private <T> Line<T> line(JsonNode node, int number, String pointer, Class<T> type) {
        List<Violation> violations;
        try {
            T read = Json.read(node, type);
            if (read == null) {
                return new Line<>(number, pointer, null, List.of(Violation.at(pointer, "wrong-type")));
            }
            violations = violationsOf(read);
            if (violations.isEmpty()) {
                return new Line<>(number, pointer, read, List.of());
            }
        } catch (JsonProcessingException e) {
            violations = List.of(violation(e));
        }
        return new Line<>(
                number,
                pointer,
                null,
                violations.stream().map(Line.within(pointer)).toList());
    }

    private static <T> T parse(byte[] body, int largest, Class<T> type) {
        if (body.length > largest) {
            throw Problem.of(ProblemType.BODY_TOO_LARGE).exception();
        }
        T read;
        try {
            read = Json.read(body, type);
        } catch (JsonProcessingException e) {
            throw malformed(violation(e));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
        }
        if (read == null) { // the body is the literal null
            throw malformed(Violation.at("", "wrong-type"));
        }
        return read;
    }

    private static ProblemException malformed(Violation violation) {
        return Problem.of(ProblemType.MALFORMED_BODY, List.of(violation)).exception();
    }

    /** What a parser did not like, without its words: they name classes. */
    static Violation violation(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return Violation.at(pointer(unknown), "unknown-property");
        }
        if (e instanceof InvalidFormatException odd
                && odd.getValue() instanceof String text
                && text.indexOf('\0') >= 0) {
            return Violation.at(pointer(odd), "invalid-character");
        }
        if (e instanceof JsonMappingException mapping && !(mapping.getCause() instanceof JsonProcessingException)) {
            return Violation.at(pointer(mapping), "wrong-type");
        }
        String pointer = e instanceof JsonMappingException mapping ? pointer(mapping) : "";
        Throwable origin = e.getCause() instanceof JsonProcessingException cause ? cause : e;
        if (origin instanceof StreamConstraintsException) {
            return Violation.at(pointer, "too-large");
        }
        return Violation.at(pointer, origin instanceof InputCoercionException ? "wrong-type" : "bad-syntax");
    }

    private static String pointer(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : escaped(step.getFieldName()));
        }
        return pointer.toString();
    }

    /** Constraint violations by JSON pointer, in the order of the pointers. */
    static List<Violation> violations(Set<? extends ConstraintViolation<?>> violations) {
        List<Violation> found = new ArrayList<>();
        for (ConstraintViolation<?> violation : violations) {
            Map<String, Object> facts = new LinkedHashMap<>();
            violation.getConstraintDescriptor().getAttributes().forEach((name, value) -> {
                if (!NOT_FACTS.contains(name) && value instanceof Number) {
                    facts.put(name, value);
                }
            });
            String code = kebab(violation
                    .getConstraintDescriptor()
                    .getAnnotation()
                    .annotationType()
                    .getSimpleName());
            found.add(new Violation(pointer(violation.getPropertyPath()), code, facts));
        }
        found.sort(Comparator.comparing(Violation::pointer).thenComparing(Violation::code));
        return found;
    }

    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            } else if (node.getKey() != null) {
                pointer.append('/').append(escaped(node.getKey().toString()));
            }
            String name = node.getName();
            if (name != null && !name.startsWith("<")) {
                pointer.append('/').append(escaped(name));
            }
        }
        return pointer.toString();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
