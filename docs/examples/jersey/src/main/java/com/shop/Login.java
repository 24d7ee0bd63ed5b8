package com.shop;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** Stands for your authentication: {@code Authorization: Demo lin buyer} is believed. Check a token here instead. */
@PreMatching
final class Login implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        String header = request.getHeaderString("Authorization");
        if (header != null && header.matches("Demo \\S+ \\S+")) {
            String[] words = header.split(" ");
            request.setSecurityContext(new Caller(words[1], words[2]));
        }
    }

    private record Caller(String subject, String role) implements SecurityContext {
        @Override
        public Principal getUserPrincipal() {
            return () -> subject;
        }

        @Override
        public boolean isUserInRole(String asked) {
            return asked.equals(role);
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public String getAuthenticationScheme() {
            return "Demo";
        }
    }
}
