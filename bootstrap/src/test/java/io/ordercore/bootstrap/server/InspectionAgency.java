package io.ordercore.bootstrap.server;

import io.ordercore.application.testkit.HttpStub;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;

/** The agency {@code inspector-1} with a key pair of its own for this run, and a server that takes its orders. */
final class InspectionAgency {
    static final InspectionAgency ONE = new InspectionAgency();

    private static final String SECRET =
            "whsec_" + Base64.getEncoder().encodeToString("0123456789abcdef01234567".getBytes(StandardCharsets.UTF_8));

    private final HttpStub server = new HttpStub();
    private final KeyPair keys;

    private InspectionAgency() {
        try {
            keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        server.answers(HttpStub.Answer.of(503, ""), HttpStub.Answer.of(202, "{\"reference\":\"job-1\"}"));
    }

    /** What it was asked to do; the first order ever is asked twice, since its server was down. */
    List<HttpStub.Request> orders() {
        return server.requests();
    }

    /** Its lines in {@code agencies.properties}. */
    String registration() {
        return "inspector-1 = "
                + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()) + "\n"
                + "inspector-1.url = " + server.url() + "/orders\ninspector-1.secret = " + SECRET + "\n";
    }

    /** The signature of a statement, in Base64. */
    String sign(String statement) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.getPrivate());
        signature.update(statement.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(signature.sign());
    }
}
