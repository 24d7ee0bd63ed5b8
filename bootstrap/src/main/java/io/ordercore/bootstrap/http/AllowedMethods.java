package io.ordercore.bootstrap.http;

import io.ordercore.adapters.rest.OrdercoreRest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says with a 405 which methods there are (RFC 9110, 15.5.6), which Quarkus REST leaves out. */
@Provider
public class AllowedMethods implements ContainerResponseFilter {
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

    private final Map<String, Set<String>> methods = new LinkedHashMap<>();

    public AllowedMethods() {
        for (Class<?> resource : OrdercoreRest.resources()) {
            for (Method method : resource.getMethods()) {
                String verb = verb(method);
                if (verb != null) {
                    String path = path(resource.getAnnotation(Path.class)) + path(method.getAnnotation(Path.class));
                    methods.computeIfAbsent(pattern(path), none -> new TreeSet<>())
                            .add(verb);
                }
            }
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != METHOD_NOT_ALLOWED || response.getHeaders().containsKey(HttpHeaders.ALLOW)) {
            return;
        }
        String path = request.getUriInfo().getPath();
        Set<String> allowed = new TreeSet<>(Set.of("OPTIONS"));
        methods.forEach((pattern, verbs) -> {
            if (path.matches(pattern)) {
                allowed.addAll(verbs);
            }
        });
        response.getHeaders().putSingle(HttpHeaders.ALLOW, String.join(", ", allowed));
    }

    private static @Nullable String verb(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                return verb.value();
            }
        }
        return null;
    }

    private static String path(@Nullable Path path) {
        if (path == null || path.value().equals("/")) {
            return "";
        }
        return path.value().startsWith("/") ? path.value() : "/" + path.value();
    }

    private static String pattern(String template) {
        return PARAMETER.matcher(template).replaceAll("[^/]+") + "/?";
    }
}
