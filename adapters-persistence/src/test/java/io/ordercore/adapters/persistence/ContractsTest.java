package io.ordercore.adapters.persistence;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordercore.application.Store;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** No port of the store without a contract, and no contract that one of the two stores is not held to. */
final class ContractsTest {
    private static final String HERE = "io.ordercore.adapters.persistence.";

    private static final Path GUIDE = Path.of("..", "docs", "guides", "embed.md");

    /** Ports that mean something only together, and the contract that tries them so. */
    private static final Map<String, String> TRIED_AS = Map.ofEntries(
            entry("AgencyOrders", "Inspections"),
            entry("BuyerClaims", "AfterSale"),
            entry("Carriages", "BookCarriage"),
            entry("CorrectiveActions", "Inspections"),
            entry("CreditBooks", "Credit"),
            entry("Interceptions", "Interception"),
            entry("ListingStore", "Listings"),
            entry("LotDraws", "DrawLots"),
            entry("MerchantQuestions", "Responses"),
            entry("PushLog", "TrackParcels"),
            entry("Returns", "AfterSale"),
            entry("TrackedParcels", "TrackParcels"),
            entry("Vouchers", "Remedy"));

    @TestFactory
    @DisplayName("both stores keep the contract of")
    Stream<DynamicTest> both_stores_keep_the_contract_of_every_port() {
        return Arrays.stream(Store.class.getMethods())
                .map(Method::getReturnType)
                .map(Class::getSimpleName)
                .map(port -> TRIED_AS.getOrDefault(port, port))
                .distinct()
                .sorted()
                .map(port -> DynamicTest.dynamicTest(port, () -> {
                    Class<?> contract = Class.forName("io.ordercore.application.testkit." + port + "Contract");
                    for (String store : new String[] {"memory.Memory", "postgres.Postgres"}) {
                        assertThat(contract).isAssignableFrom(Class.forName(HERE + store + port + "Test"));
                    }
                    assertThat(Files.readString(GUIDE)).contains("`" + contract.getSimpleName() + "`");
                }));
    }
}
