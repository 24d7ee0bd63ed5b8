package io.ordercore.application.inspection;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Agencies by their names, checked by their public keys. */
final class RegisteredAgencies implements Agencies {
    private final SortedMap<String, Agency> byName = new TreeMap<>();

    RegisteredAgencies(Collection<Agency> agencies) {
        agencies.forEach(agency -> byName.put(agency.name(), agency));
    }

    @Override
    public List<Agency> all() {
        return List.copyOf(byName.values());
    }

    @Override
    public boolean hasSigned(String agency, String statement, String signature) {
        Agency known = byName.get(agency);
        if (known == null) {
            return false;
        }
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(known.key());
            check.update(statement.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException notASignature) {
            return false;
        }
    }
}
