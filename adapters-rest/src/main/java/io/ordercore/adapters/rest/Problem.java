package io.ordercore.adapters.rest;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A no, in no language yet.
 *
 * @param errors every violation, if it is about some
 * @param headers besides the content type
 * @param instance names this occurrence; null unless somebody will look for it in a log
 */
public record Problem(
        ProblemType type,
        List<Violation> errors,
        Map<String, String> headers,
        @Nullable URI instance) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
        headers = Map.copyOf(headers);
    }

    public static Problem of(ProblemType type) {
        return new Problem(type, List.of(), Map.of(), null);
    }

    public static Problem of(ProblemType type, List<Violation> errors) {
        return new Problem(type, errors, Map.of(), null);
    }

    /** A refusal with all of its reasons, in their own order. */
    public static <R extends Enum<R>> Problem refused(ProblemType type, Set<R> reasons) {
        return of(type, reasons.stream().sorted().map(Violation::reason).toList());
    }

    /** The same with a header more. */
    public Problem with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Problem(type, errors, all, instance);
    }

    /** The same, to be tried again after a while: whole seconds, 1 at least. */
    public Problem retryAfter(Duration wait) {
        return with("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
    }

    public ProblemException exception() {
        return new ProblemException(this);
    }

    /** In a reader's language. */
    public Answer answer(Locale locale) {
        Texts texts = Texts.in(locale);
        List<Map<String, Object>> listed = new ArrayList<>(errors.size());
        for (Violation error : errors) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("pointer", error.pointer());
            members.put("code", error.code());
            members.put("detail", error.detail(locale));
            members.putAll(error.facts());
            listed.add(members);
        }
        ProblemBody body = new ProblemBody(
                type.uri(),
                texts.of(type.code() + ".title", Map.of()),
                type.status(),
                texts.of(type.code() + ".detail", Map.of()),
                type.code(),
                instance,
                listed);
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", MEDIA_TYPE);
        all.put("Content-Language", texts.language());
        all.put("Vary", "Accept-Language");
        return new Answer(type.status(), all, Json.text(body));
    }

    Response response(Locale locale) {
        return answer(locale).response();
    }
}
