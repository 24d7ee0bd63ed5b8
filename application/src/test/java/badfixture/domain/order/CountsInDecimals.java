package badfixture.domain.order;

import java.math.BigDecimal;

public record CountsInDecimals(BigDecimal total) {}
