package io.ordercore.application.testkit;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The boundaries of an order core, ready to run in a build.
 *
 * <pre>{@code
 * class BoundariesTest {
 *     @TestFactory
 *     Stream<DynamicTest> boundaries() {
 *         return OrdercoreArchitecture.embeddedIn("com.shop", "com.shop.config").tests();
 *     }
 * }
 * }</pre>
 *
 * <p>Test classes are left out of what is checked. To adopt the rules in code that breaks them today, wrap each rule in
 * ArchUnit's {@code FreezingArchRule.freeze(...)} and check it against {@link #classes()}.
 */
public final class OrdercoreArchitecture {
    static final String CORE = "io.ordercore";

    private final String checked;
    private final List<String> imported;
    private final List<BoundaryRule> rules;

    private OrdercoreArchitecture(String checked, List<String> imported, List<BoundaryRule> rules) {
        this.checked = checked;
        this.imported = imported;
        this.rules = rules;
    }

    /** The rules the core itself obeys. Needs all its modules on the class path. */
    public static OrdercoreArchitecture ofTheCore() {
        return ofTheCore(CORE);
    }

    static OrdercoreArchitecture ofTheCore(String core) {
        return new OrdercoreArchitecture(core, List.of(core), new CoreRules(core).all());
    }

    /**
     * The rules for code that embeds the core, in {@code basePackage} and below.
     *
     * @param wiring the packages, for example {@code com.shop.config}, that build the {@code Ordercore}: they, and nobody
     *     else, choose the adapters
     */
    public static OrdercoreArchitecture embeddedIn(String basePackage, String... wiring) {
        return embeddedIn(CORE, basePackage, List.of(wiring));
    }

    static OrdercoreArchitecture embeddedIn(String core, String basePackage, List<String> wiring) {
        return new OrdercoreArchitecture(
                basePackage, List.of(basePackage, core), new EmbeddedRules(core, basePackage, wiring).all());
    }

    /** The rules for an integrator's carrier adapter, in {@code basePackage} and below. */
    public static OrdercoreArchitecture carrierAdapter(String basePackage) {
        return carrierAdapter(CORE, basePackage);
    }

    static OrdercoreArchitecture carrierAdapter(String core, String basePackage) {
        return new OrdercoreArchitecture(
                basePackage, List.of(basePackage, core), new CarrierAdapterRules(core, basePackage).all());
    }

    /** The rules, each with its reason. */
    public List<BoundaryRule> rules() {
        return rules;
    }

    /** One test per rule. */
    public Stream<DynamicTest> tests() {
        JavaClasses classes = classes();
        return rules.stream().map(rule -> DynamicTest.dynamicTest(rule.toString(), () -> rule.check(classes)));
    }

    /**
     * What the rules are checked against.
     *
     * @throws IllegalStateException when the base package holds no class: a misspelt package would pass every rule
     */
    public JavaClasses classes() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar") && !location.contains("/testkit/"))
                .importPackages(imported);
        if (classes.stream().noneMatch(type -> (type.getPackageName() + ".").startsWith(checked + "."))) {
            throw new IllegalStateException("there is no class in " + checked + " on the class path");
        }
        return classes;
    }
}
