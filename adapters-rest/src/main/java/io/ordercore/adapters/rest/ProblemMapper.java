package io.ordercore.adapters.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * Answers whatever is thrown as a problem. One mapper would do by the specification; the ones for single types are there because
 * runtimes bring their own for them, which a closer match overrides.
 */
public abstract class ProblemMapper<E extends Throwable> implements ExceptionMapper<E> {
    @Context
    @SuppressWarnings("NullAway.Init") // set by the runtime
    HttpHeaders headers;

    @Override
    public Response toResponse(E thrown) {
        return Problems.response(thrown, headers);
    }

    /** For everything. */
    @Provider
    public static class OfAnything extends ProblemMapper<Throwable> {}

    /** For this adapter's own. */
    @Provider
    public static class OfProblems extends ProblemMapper<ProblemException> {}

    /** For what a runtime says: no such path, method or media type. */
    @Provider
    public static class OfWeb extends ProblemMapper<WebApplicationException> {}

    /** For constraints a runtime checks. */
    @Provider
    public static class OfViolations extends ProblemMapper<ConstraintViolationException> {}

    /** For bodies a runtime reads. */
    @Provider
    public static class OfJson extends ProblemMapper<JsonProcessingException> {}

    /** For bodies a runtime reads, of the wrong shape. */
    @Provider
    public static class OfShape extends ProblemMapper<MismatchedInputException> {}
}
