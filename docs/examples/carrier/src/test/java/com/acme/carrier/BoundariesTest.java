package com.acme.carrier;

import io.ordercore.application.testkit.OrdercoreArchitecture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class BoundariesTest {
    @TestFactory
    Stream<DynamicTest> boundaries() {
        return OrdercoreArchitecture.carrierAdapter("com.acme.carrier").tests();
    }
}
