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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

    private final Map<Method, Entrance> entrances = new ConcurrentHashMap<>();
    private volatile @Nullable String base;

    @Context
    @SuppressWarnings("NullAway.Init") // set by the runtime
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        Entrance entrance = method == null ? Entrance.NOT_OURS : entrances.computeIfAbsent(method, Entrance::of);
        if (!entrance.isGuarded()) {
            return;
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
        request.setSecurityContext(
                new Authorised(security, authorised(request, security, principal.getName(), entrance)));
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

    private Call authorised(
            ContainerRequestContext request, SecurityContext security, String subject, Entrance entrance) {
        Grant granted = entrance.grants().stream()
                .filter(grant -> security.isUserInRole(grant.name()))
                .findFirst()
                .filter(grant -> isUsable(subject))
                .orElseThrow(() -> Problem.of(ProblemType.FORBIDDEN).exception());
        return new Call(
                subject,
                granted.role(),
                granted.rule(),
                channel(granted.role(), request),
                entrance.operation(),
                request.getUriInfo().getPath(),
                base(request),
                request::getHeaderString);
    }

    /** The path the server's resources are under: the same for every request, and dear to find out. */
    private String base(ContainerRequestContext request) {
        String known = base;
        if (known == null) {
            known = request.getUriInfo().getBaseUri().getPath();
            base = known;
        }
        return known;
    }

    private static Channel channel(Role role, ContainerRequestContext request) {
        String header = role == Role.AGENT ? request.getHeaderString(CHANNEL_HEADER) : null;
        if (header == null) {
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

    /**
     * What the table says of a method.
     *
     * @param grants those who may touch most first
     * @param isGuarded whether it is this filter's business; carriers and payment providers sign what they send, and the use case
     *     checks
     */
    private record Entrance(String operation, List<Grant> grants, boolean isGuarded) {
        static final Entrance NOT_OURS = new Entrance("", List.of(), false);

        static Entrance of(Method method) {
            if (!method.getDeclaringClass().getName().startsWith(OWN_PACKAGE + ".")) {
                return NOT_OURS;
            }
            String operation = operationOf(method);
            Map<Role, ObjectRule> row = AccessTable.of(operation);
            List<Grant> grants = row.entrySet().stream()
                    .map(it -> new Grant(it.getKey(), ProblemType.codeOf(it.getKey()), it.getValue()))
                    .sorted(Comparator.comparing(Grant::rule).reversed().thenComparing(Grant::role))
                    .toList();
            boolean signed = row.containsKey(Role.CARRIER) || row.containsKey(Role.SYSTEM);
            return new Entrance(operation, grants, !signed);
        }
    }

    private record Grant(Role role, String name, ObjectRule rule) {}

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
