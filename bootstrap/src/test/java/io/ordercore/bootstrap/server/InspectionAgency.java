package io.ordercore.bootstrap.server;

import io.ordercore.application.testkit.HttpStub;
import io.ordercore.application.testkit.Laboratory;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** The agency {@code inspector-1} with a key pair of its own for this run, and a server that takes its orders. */
final class InspectionAgency {
    static final InspectionAgency ONE = new InspectionAgency();

    private static final String SECRET =
            "whsec_" + Base64.getEncoder().encodeToString("0123456789abcdef01234567".getBytes(StandardCharsets.UTF_8));

    private final HttpStub server = new HttpStub();
    private final Laboratory laboratory = new Laboratory();

    private InspectionAgency() {
        server.answers(HttpStub.Answer.of(503, ""), HttpStub.Answer.of(202, "{\"reference\":\"job-1\"}"));
    }

    /** What it was asked to do; the first order ever is asked twice, since its server was down. */
    List<HttpStub.Request> orders() {
        return server.requests();
    }

    /** Has an operator put it into the register. */
    void registerAt(RunningServer at) throws Exception {
        HttpResponse<String> registered = put(
                at,
                "{\"publicKey\":\"%s\",\"endpoint\":{\"url\":\"%s/orders\",\"secret\":\"%s\"}}"
                        .formatted(laboratory.publicKey(), server.url(), SECRET));
        if (registered.statusCode() != 201) {
            throw new IllegalStateException("not registered: " + registered.body());
        }
    }

    private static HttpResponse<String> put(RunningServer at, String body) throws Exception {
        return at.send(
                "operator-1",
                at.request("/inspection-agencies/inspector-1")
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The signature of a statement, in Base64. */
    String sign(String statement) {
        return laboratory.sign(statement);
    }

    /** The result of an inspection, signed now. */
    String report(String inspection, int major) {
        Instant now = Instant.now();
        String statement = "inspection " + inspection + "\nCRITICAL 0\nMAJOR " + major + "\nMINOR 0\n" + now;
        return "{\"critical\":0,\"major\":%d,\"minor\":0,\"inspectedAt\":\"%s\",\"signature\":\"%s\"}"
                .formatted(major, now, sign(statement));
    }
}
