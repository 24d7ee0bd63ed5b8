package io.ordercore.bootstrap.server;

import io.ordercore.bootstrap.identity.DevIdentities;
import io.ordercore.bootstrap.sample.SampleMarket;
import io.ordercore.domain.catalog.Offer;
import java.io.PrintStream;
import java.util.Optional;

/** What a newcomer reads first: where the server is, and three calls to paste, each complete on its own line. */
final class Greeting {
    private static final String PURCHASE =
            "{\"lines\":[{\"sku\":\"%s\",\"quantity\":1,\"unitPrice\":{\"amount\":\"%s\",\"currency\":\"%s\"}}],"
                    + "\"deliverTo\":{\"name\":\"Lin Xia\",\"phone\":\"+8613800000000\",\"country\":\"CN\","
                    + "\"region\":\"Zhejiang\",\"city\":\"Hangzhou\",\"district\":\"Xihu\","
                    + "\"street\":\"1 Lakeside Road\",\"postalCode\":\"310000\"}}";

    private Greeting() {}

    static void print(Foundation foundation) {
        PrintStream out = System.out;
        String url = foundation.settings().url();
        DevIdentities people = foundation.people();
        Optional<Offer> sample = people == null ? Optional.empty() : SampleMarket.openIn(foundation.core());
        out.println("Ordercore takes orders at " + url + "  (API: " + url + "/swagger-ui)");
        if (people != null) {
            String asBuyer = "curl -sS -H @" + quoted(people.headerOf("buyer-1").toString()) + " ";
            out.println(asBuyer + quoted(url + "/offers?limit=5"));
            sample.ifPresent(offer -> out.println(asBuyer
                    + "-H \"Idempotency-Key: $(cat /proc/sys/kernel/random/uuid)\" -H 'Content-Type: application/json' -d "
                    + quoted(PURCHASE.formatted(
                            offer.sku(),
                            offer.price().getAmount().toPlainString(),
                            offer.price().getCurrencyUnit()))
                    + " " + url + "/purchases"));
            out.println(asBuyer + url + "/orders");
        }
        out.flush();
    }

    /** Safe to paste into a POSIX shell. */
    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9_./:-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
