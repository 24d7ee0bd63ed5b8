package io.ordercore.adapters.rest;

import io.ordercore.application.CommandKey;
import io.ordercore.domain.order.Order;
import io.ordercore.domain.party.Actor;
import io.ordercore.domain.party.BuyerId;
import io.ordercore.domain.party.Channel;
import io.ordercore.domain.party.MerchantId;
import io.ordercore.domain.party.Role;
import jakarta.ws.rs.core.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One authorised call: who calls which operation, in which role, and what the headers ask for. It is the principal of the
 * request's {@link SecurityContext}, put there by {@link AccessFilter}; a resource takes it with {@link #of}.
 */
public final class Call implements Principal {
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\[\"\\\\])*)\"(?:;.*)?");
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7E]{1,255}");
    private static final Pattern VERSION_TAG = Pattern.compile("\"([0-9]{1,18})\"");
    /** No version anybody has ever seen. */
    private static final long NEVER = -1;

    private final String subject;
    private final Role role;
    private final ObjectRule rule;
    private final Channel channel;
    private final String operation;
    private final String path;
    private final String base;
    private final Function<String, @Nullable String> headers;

    /** A call as its runtime describes it; headers are asked for by name, in any case, while the request lasts. */
    Call(
            String subject,
            Role role,
            ObjectRule rule,
            Channel channel,
            String operation,
            String path,
            String base,
            Function<String, @Nullable String> headers) {
        this.subject = subject;
        this.role = role;
        this.rule = rule;
        this.channel = channel;
        this.operation = operation;
        this.path = path;
        this.base = base;
        this.headers = headers;
    }

    /** The call a request was authorised as. */
    public static Call of(SecurityContext security) {
        if (security.getUserPrincipal() instanceof Call call) {
            return call;
        }
        throw Problem.of(ProblemType.FORBIDDEN).exception();
    }

    @Override
    public String getName() {
        return subject;
    }

    public Role role() {
        return role;
    }

    /** Whoever calls, as the history will name them. */
    public Actor actor(@Nullable String reason) {
        return new Actor(subject, role, channel, reason);
    }

    /** Whether the object rule is about the caller's own objects only. */
    public boolean ownOnly() {
        return rule == ObjectRule.OWN;
    }

    public BuyerId asBuyer() {
        return new BuyerId(subject);
    }

    public MerchantId asMerchant() {
        return new MerchantId(subject);
    }

    public boolean mayTouch(Order order) {
        return switch (rule) {
            case ANY -> true;
            case OWN -> owns(order.buyer(), order.merchant());
        };
    }

    public boolean mayTouch(MerchantId merchant) {
        return switch (rule) {
            case ANY -> true;
            case OWN -> role == Role.MERCHANT && merchant.value().equals(subject);
        };
    }

    public boolean mayTouch(BuyerId buyer) {
        return switch (rule) {
            case ANY -> true;
            case OWN -> role == Role.BUYER && buyer.value().equals(subject);
        };
    }

    private boolean owns(BuyerId buyer, MerchantId merchant) {
        return (role == Role.BUYER && buyer.value().equals(subject))
                || (role == Role.MERCHANT && merchant.value().equals(subject));
    }

    /** Whether the caller works for the platform and may see who else did. */
    public boolean isStaff() {
        return role == Role.AGENT || role == Role.OPERATOR;
    }

    public Locale locale() {
        return Texts.negotiate(headers.apply("Accept-Language"));
    }

    @Nullable
    String header(String name) {
        return headers.apply(name);
    }

    /**
     * The command's key, quoted as a structured field or bare.
     *
     * @throws ProblemException if it is missing, or is not 1 to 255 printable characters
     */
    public CommandKey commandKey() {
        String value = headers.apply("Idempotency-Key");
        if (value == null || value.isBlank()) {
            throw Problem.of(ProblemType.IDEMPOTENCY_KEY_MISSING).exception();
        }
        Matcher quoted = QUOTED.matcher(value.strip());
        String key = quoted.matches() ? quoted.group(1).replace("\\", "") : value.strip();
        if (!PRINTABLE.matcher(key).matches()) {
            throw Problem.of(ProblemType.IDEMPOTENCY_KEY_INVALID).exception();
        }
        return new CommandKey(subject, key);
    }

    /** What makes two requests the same command: SHA-256 over operation, path and body, in hexadecimal. */
    public String fingerprint(byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((operation + "\n" + path + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The version {@code If-Match} asks for: null for any (no header, or {@code *}); one that never matches if it is a tag this
     * server did not give.
     */
    public @Nullable Long expectedVersion() {
        String value = headers.apply("If-Match");
        if (value == null || value.strip().equals("*")) {
            return null;
        }
        Matcher tag = VERSION_TAG.matcher(value.strip());
        return tag.matches() ? Long.parseLong(tag.group(1)) : NEVER;
    }

    /** Whether the caller insists that the thing exists ({@code If-Match}, with whatever value). */
    public boolean mustExist() {
        return headers.apply("If-Match") != null;
    }

    /** Whether the caller insists that the thing does not exist yet ({@code If-None-Match: *}). */
    public boolean mustBeNew() {
        return "*".equals(headers.apply("If-None-Match"));
    }

    boolean knows(String tag) {
        String value = headers.apply("If-None-Match");
        return value != null
                && List.of(value.split(",")).stream()
                        .map(String::strip)
                        .map(known -> known.startsWith("W/") ? known.substring(2) : known)
                        .anyMatch(tag::equals);
    }

    /** Where something is found, as a path from the server's root. */
    public String location(String kind, Object id) {
        return (base.endsWith("/") ? base : base + "/") + kind + "/" + id;
    }

    /** Where a client that lost a stream left off; 0 for the beginning. */
    public long lastEventId() {
        String value = headers.apply("Last-Event-ID");
        return value != null && value.matches("[0-9]{1,18}") ? Long.parseLong(value) : 0;
    }

    boolean hasJson() {
        String type = headers.apply("Content-Type");
        return type == null || type.toLowerCase(Locale.ROOT).startsWith("application/json");
    }

    @Override
    public String toString() {
        return operation + " by " + subject;
    }
}
