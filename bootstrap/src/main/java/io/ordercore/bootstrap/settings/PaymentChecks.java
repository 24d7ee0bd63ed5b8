package io.ordercore.bootstrap.settings;

import io.ordercore.application.payment.FailureModes;
import io.ordercore.domain.payment.PaymentTransaction.Kind;
import java.net.URI;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked before the payment provider is.
 *
 * @param url null for nobody
 */
public record PaymentChecks(@Nullable URI url, FailureModes whileSilent) {
    static PaymentChecks from(SettingSource source) {
        String failOpen = source.get(Setting.PAYMENT_FAIL_OPEN);
        return new PaymentChecks(
                url(source), failOpen == null ? FailureModes.STANDARD : FailureModes.failOpen(operations(failOpen)));
    }

    private static @Nullable URI url(SettingSource source) {
        String text = source.get(Setting.PAYMENT_CHECK_URL);
        if (text == null) {
            return null;
        }
        try {
            URI url = URI.create(text);
            boolean here = "localhost".equals(url.getHost()) || "127.0.0.1".equals(url.getHost());
            if (url.getHost() != null
                    && ("https".equals(url.getScheme()) || (here && "http".equals(url.getScheme())))) {
                return url;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Falls through to the same answer as an address of another kind.
        }
        throw new InvalidSettingException(
                Setting.PAYMENT_CHECK_URL.variable() + " is an https:// address, or an http:// one on this machine.");
    }

    private static Set<Kind> operations(String text) {
        Set<Kind> operations = EnumSet.noneOf(Kind.class);
        if (text.strip().equals("none")) {
            return operations;
        }
        for (String word : text.split(",", -1)) {
            switch (word.strip().toLowerCase(Locale.ROOT)) {
                case "authorize" -> operations.add(Kind.AUTHORIZE);
                case "capture" -> operations.add(Kind.CAPTURE);
                case "void" -> operations.add(Kind.VOID);
                case "refund" -> operations.add(Kind.REFUND);
                default ->
                    throw new InvalidSettingException(Setting.PAYMENT_FAIL_OPEN.variable()
                            + " lists some of authorize, capture, void and refund, or is none.");
            }
        }
        return operations;
    }
}
