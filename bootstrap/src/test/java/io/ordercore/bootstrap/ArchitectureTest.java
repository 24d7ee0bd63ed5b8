package io.ordercore.bootstrap;

import io.ordercore.application.testkit.OrdercoreArchitecture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Here all modules meet, so here the boundaries between them are checked. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> the_core_obeys_its_own_rules() {
        return OrdercoreArchitecture.ofTheCore().tests();
    }

    @TestFactory
    Stream<DynamicTest> our_carrier_adapters_obey_the_rules_for_carrier_adapters() {
        return OrdercoreArchitecture.carrierAdapter("io.ordercore.adapters.logistics")
                .tests();
    }
}
