package io.ordercore.adapters.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer as a value, so that it can be remembered and given again.
 *
 * @param body JSON; empty for none
 */
public record Answer(int status, Map<String, String> headers, String body) {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NOT_MODIFIED = 304;
    private static final int FIRST_REFUSAL = 400;

    public Answer {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    public static Answer of(int status, Object body) {
        return new Answer(status, Map.of("Content-Type", MediaType.APPLICATION_JSON), Json.text(body));
    }

    public static Answer ok(Object body) {
        return of(OK, body);
    }

    public static Answer created(String location, Object body) {
        return of(CREATED, body).with("Location", location);
    }

    /** The same with a header more. */
    public Answer with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Answer(status, all, body);
    }

    /** The same at a version, as its {@code ETag}. */
    public Answer at(long version) {
        return with("ETag", "\"" + version + "\"");
    }

    /** 304 without a body if the caller has this version already, itself otherwise. */
    public Answer unlessKnown(Call call) {
        String tag = headers.get("ETag");
        return tag != null && call.knows(tag) ? new Answer(NOT_MODIFIED, Map.of("ETag", tag), "") : this;
    }

    public boolean refuses() {
        return status >= FIRST_REFUSAL;
    }

    public Response response() {
        Response.ResponseBuilder response = Response.status(status);
        headers.forEach(response::header);
        return body.isEmpty()
                ? response.build()
                : response.entity(body.getBytes(StandardCharsets.UTF_8)).build();
    }
}
