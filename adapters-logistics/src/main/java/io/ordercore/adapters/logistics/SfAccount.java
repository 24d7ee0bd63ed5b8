package io.ordercore.adapters.logistics;

import java.net.URI;

/** How this installation is known to SF Express. {@code checkword} signs every call; {@code monthlyCard} pays. */
public record SfAccount(URI url, String partnerId, String checkword, String monthlyCard) {
    public static SfAccount inProduction(String partnerId, String checkword, String monthlyCard) {
        return new SfAccount(URI.create("https://bspgw.sf-express.com"), partnerId, checkword, monthlyCard);
    }

    @Override
    public String toString() {
        return "SfAccount[" + partnerId + "]";
    }
}
