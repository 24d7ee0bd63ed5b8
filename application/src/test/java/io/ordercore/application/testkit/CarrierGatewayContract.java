package io.ordercore.application.testkit;

import io.ordercore.application.logistics.CarrierGateway;
import io.ordercore.application.logistics.CarrierProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every promise of {@link CarrierGateway}, tried on your adapter. Extend it, say how the gateway is made against a given
 * server and where your fixtures are; each payload and each vocabulary row in that folder becomes a test.
 *
 * <pre>
 * fixtures/
 *   vocabulary.csv        code;text;STATUS or -;INCIDENT or -
 *   routes.properties     /oauth/token = token.json          answers that are always given
 *   track/NAME.json|xml   what the carrier answers
 *   track/NAME.properties number = ..., status = DELIVERED, event.1 = 2026-03-02T02:00:00Z COLLECTED - ..., or error = NOT_PERMITTED
 *   push/NAME.form|json   what the carrier sends; NAME.properties with header.X-Signature = ... and ack = ...
 *   book/replay.properties, lost.properties, other-body.properties   answers = created.json, duplicate.json
 *   inquire/, claim/ likewise
 *   claim/state/NAME.json what the carrier says of a claim; NAME.properties status = APPROVED, approved = USD 80.00
 * </pre>
 *
 * An event reads {@code instant-or-unknown STATUS-or-- INCIDENT-or--}, oldest first. After the run
 * {@code target/carrier-contract/CODE.txt} says what the carrier can do, which rules held and which had no case.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class CarrierGatewayContract {
    private final RuleReport report = new RuleReport();
    private final HttpStub stub = new HttpStub();
    private @Nullable CarrierProfile carrier;

    /** The adapter under test, talking to {@code server} instead of the carrier. */
    protected abstract CarrierGateway gateway(HttpStub server);

    /** Where payloads, vocabulary and scripts lie. */
    protected abstract Path fixtures();

    @TestFactory
    @DisplayName("carrier contract")
    final Stream<DynamicTest> contract() {
        CarrierGateway gateway = gateway(stub);
        carrier = gateway.describe();
        return checks(gateway, stub, fixtures()).stream()
                .map(check -> DynamicTest.dynamicTest(check.displayName(), () -> run(check)));
    }

    static List<CarrierCheck> checks(CarrierGateway gateway, HttpStub stub, Path fixtures) {
        return Stream.of(
                        new ProfileRules(gateway).checks(),
                        new VocabularyRules(gateway, fixtures).checks(),
                        new TrackingRules(gateway, stub, fixtures).checks(),
                        new NetworkRules(gateway, stub, fixtures).checks(),
                        new BookingRules(gateway, stub, fixtures).checks(),
                        new InquiryRules(gateway, stub, fixtures).checks(),
                        new ClaimRules(gateway, stub, fixtures).checks(),
                        new PushRules(gateway, fixtures).checks())
                .flatMap(List::stream)
                .toList();
    }

    private void run(CarrierCheck check) throws Exception {
        try {
            check.attempt().run();
            report.held(check.rule());
        } catch (AssertionError | Exception e) {
            report.broken(check.rule());
            throw e;
        }
    }

    @AfterAll
    final void writeReport() throws IOException {
        stub.close();
        Rules.ALL.forEach(report::notTried);
        if (carrier != null) {
            report.write(Path.of("target", "carrier-contract"), carrier);
        }
    }
}
