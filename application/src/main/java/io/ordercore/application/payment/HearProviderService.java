package io.ordercore.application.payment;

import io.ordercore.application.CommandKey;
import io.ordercore.application.RunOnce;
import io.ordercore.domain.order.PurchaseId;
import io.ordercore.domain.payment.PaymentDecision;
import io.ordercore.domain.payment.PaymentRefusal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** <a href="https://www.standardwebhooks.com">Standard Webhooks</a>, symmetric signatures ({@code v1}). */
final class HearProviderService implements HearProvider {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String HMAC = "HmacSHA256";
    private static final String VERSION = "v1,";

    private final ProviderSecrets secrets;
    private final HearOfDispute disputes;
    private final SettlePayments settling;
    private final RunOnce runOnce;
    private final Clock clock;

    HearProviderService(
            ProviderSecrets secrets, HearOfDispute disputes, SettlePayments settling, RunOnce runOnce, Clock clock) {
        this.secrets = secrets;
        this.disputes = disputes;
        this.settling = settling;
        this.runOnce = runOnce;
        this.clock = clock;
    }

    @Override
    public boolean isGenuine(Message message) {
        boolean signed = false;
        for (byte[] secret : secrets.of(message.provider())) {
            byte[] expected = signature(secret, message);
            for (String given : message.signatures().split(" ", -1)) {
                signed |= given.startsWith(VERSION) && MessageDigest.isEqual(expected, decoded(given));
            }
        }
        return signed && isFresh(message.timestamp());
    }

    @Override
    public Outcome news(Message message, PurchaseId purchase) {
        Outcome outcome = once(message, () -> Set.of());
        outcome.decide(new Outcome.Cases<Boolean>() {
            @Override
            public Boolean heard(boolean replayed) {
                settling.refresh(purchase); // again, too: asking twice does no harm, and the first time may have failed
                return true;
            }

            @Override
            public Boolean refused(Set<PaymentRefusal> reasons) {
                return false;
            }

            @Override
            public Boolean otherMessage() {
                return false;
            }

            @Override
            public Boolean inProgress() {
                return false;
            }
        });
        return outcome;
    }

    @Override
    public Outcome dispute(Message message, HearOfDispute.Dispute dispute) {
        return once(
                message,
                () -> disputes.hear(dispute).decide(new PaymentDecision.Cases<Set<PaymentRefusal>>() {
                    @Override
                    public Set<PaymentRefusal> changed(PaymentDecision.Changed it) {
                        return Set.of();
                    }

                    @Override
                    public Set<PaymentRefusal> refused(PaymentDecision.Refused it) {
                        return it.reasons();
                    }
                }));
    }

    /** Remembers the message in the transaction of its effect, unless there are reasons against it. */
    private Outcome once(Message message, Supplier<Set<PaymentRefusal>> effect) {
        Set<PaymentRefusal> reasons = EnumSet.noneOf(PaymentRefusal.class);
        CommandKey key = new CommandKey("payment-provider:" + message.provider(), message.id());
        return runOnce.run(key, HexFormat.of().formatHex(sha256(message.body())), () -> {
                    reasons.addAll(effect.get());
                    return new RunOnce.Attempt("", reasons.isEmpty());
                })
                .decide(new RunOnce.Outcome.Cases<Outcome>() {
                    @Override
                    public Outcome done(String answer) {
                        return reasons.isEmpty() ? new Heard(false) : new Refused(reasons);
                    }

                    @Override
                    public Outcome replayed(String answer) {
                        return new Heard(true);
                    }

                    @Override
                    public Outcome otherCommand() {
                        return new OtherMessage();
                    }

                    @Override
                    public Outcome inProgress() {
                        return new InProgress();
                    }
                });
    }

    private boolean isFresh(String timestamp) {
        try {
            Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant());
            return age.abs().compareTo(TOLERANCE) <= 0;
        } catch (ArithmeticException | DateTimeException | NumberFormatException notATime) {
            return false;
        }
    }

    private static byte[] signature(byte[] secret, Message message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            mac.update((message.id() + "." + message.timestamp() + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(message.body());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot check signatures", e);
        }
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decoded(String signature) {
        try {
            return Base64.getDecoder().decode(signature.substring(VERSION.length()));
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
