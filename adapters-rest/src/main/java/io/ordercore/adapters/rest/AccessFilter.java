package io.ordercore.adapters.rest;

import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.Channel;
import io.ordercore.domain.party.Role;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.security.Principal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request pass if the {@link AccessTable} says so, and turns its principal into a {@link Call}. Applies to this adapter's
 * own resources; other resources of the same server are none of its business.
 */
@Provider
public class AccessFilter implements ContainerRequestFilter {
    /** Through which channel an agent was reached: {@code CHAT} or {@code HOTLINE}. */
    public static final String CHANNEL_HEADER = "Ordercore-Channel";

    private static final String OWN_PACKAGE = AccessFilter.class.getPackageName();
    private static final List<String> HEADERS =
            List.of("Accept-Language", "Content-Type", "Idempotency-Key", "If-Match", "If-None-Match", "Last-Event-ID");

    private static final Map<Role, String> NAMES = new EnumMap<>(
            Arrays.stream(Role.values()).collect(Collectors.toMap(Function.identity(), ProblemType::codeOf)));

    @Context
    @SuppressWarnings("NullAway.Init") // set by the runtime
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (method == null || !method.getDeclaringClass().getName().startsWith(OWN_PACKAGE + ".")) {
            return;
        }
        Map<Role, ObjectRule> row = AccessTable.of(operationOf(method));
        if (row.containsKey(Role.CARRIER) || row.containsKey(Role.SYSTEM)) {
            return; // carriers and payment providers sign what they send; the use case checks
        }
        refuseWhatNoStoreKeeps(request);
        SecurityContext security = request.getSecurityContext();
        Principal principal = security == null ? null : security.getUserPrincipal();
        if (principal == null
                || principal.getName() == null
                || principal.getName().isEmpty()) {
            throw Problem.of(ProblemType.UNAUTHENTICATED)
                    .with("WWW-Authenticate", "Bearer")
                    .exception();
        }
        Call call = authorised(request, security, principal.getName(), operationOf(method));
        request.setSecurityContext(new Authorised(security, call));
    }

    /** No text of ours has a U+0000, and PostgreSQL takes none; where a parameter is a plain string, nobody else would look. */
    private static void refuseWhatNoStoreKeeps(ContainerRequestContext request) {
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (values.stream().anyMatch(value -> value.indexOf('\u0000') >= 0)) {
                throw Problem.of(ProblemType.INVALID_PARAMETER, List.of(Violation.ofParameter(name, "invalid-value")))
                        .exception();
            }
        });
    }

    /** The operation a method is, by its OpenAPI annotation; empty if it has none, which is in no table. */
    static String operationOf(Method method) {
        Operation operation = method.getAnnotation(Operation.class);
        return operation == null ? "" : operation.operationId();
    }

    private static Call authorised(
            ContainerRequestContext request, SecurityContext security, String subject, String operation) {
        Map<Role, ObjectRule> allowed = new EnumMap<>(Role.class);
        AccessTable.of(operation).forEach((role, rule) -> {
            if (security.isUserInRole(NAMES.get(role))) {
                allowed.put(role, rule);
            }
        });
        if (allowed.isEmpty() || !isUsable(subject)) {
            throw Problem.of(ProblemType.FORBIDDEN).exception();
        }
        Map.Entry<Role, ObjectRule> granted = widest(allowed);
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : HEADERS) {
            String value = request.getHeaderString(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new Call(
                subject,
                granted.getKey(),
                granted.getValue(),
                channel(granted.getKey(), request.getHeaderString(CHANNEL_HEADER)),
                operation,
                request.getUriInfo().getPath(),
                request.getUriInfo().getBaseUri().getPath(),
                headers);
    }

    /** Of several roles the one that may touch more objects. */
    private static Map.Entry<Role, ObjectRule> widest(Map<Role, ObjectRule> allowed) {
        return allowed.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    }

    private static Channel channel(Role role, @Nullable String header) {
        if (role != Role.AGENT || header == null) {
            return Channel.SELF_SERVICE;
        }
        return switch (header) {
            case "CHAT" -> Channel.CHAT;
            case "HOTLINE" -> Channel.HOTLINE;
            default ->
                throw Problem.of(
                                ProblemType.INVALID_PARAMETER,
                                List.of(Violation.ofParameter(CHANNEL_HEADER, "unknown-value")))
                        .exception();
        };
    }

    private static boolean isUsable(String subject) {
        try {
            Actor.of(subject, Role.BUYER);
            return true;
        } catch (IllegalArgumentException notAnIdentifier) {
            return false;
        }
    }

    private record Authorised(SecurityContext security, Call call) implements SecurityContext {
        @Override
        public Principal getUserPrincipal() {
            return call;
        }

        @Override
        public boolean isUserInRole(String role) {
            return security.isUserInRole(role);
        }

        @Override
        public boolean isSecure() {
            return security.isSecure();
        }

        @Override
        public String getAuthenticationScheme() {
            return security.getAuthenticationScheme();
        }
    }
}
