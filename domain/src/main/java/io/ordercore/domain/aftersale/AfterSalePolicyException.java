package io.ordercore.domain.aftersale;

import java.util.List;

/** A table of after-sale rules cannot be used. */
public final class AfterSalePolicyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> findings;

    AfterSalePolicyException(List<String> findings) {
        super("the after-sale policy cannot be used: " + findings);
        this.findings = List.copyOf(findings);
    }

    /** Everything that is wrong, each with its key. */
    public List<String> findings() {
        return findings;
    }
}
