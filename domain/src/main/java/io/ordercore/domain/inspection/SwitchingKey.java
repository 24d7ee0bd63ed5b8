package io.ordercore.domain.inspection;

import io.ordercore.domain.catalog.Sku;
import io.ordercore.domain.party.MerchantId;

/** Whose goods, which goods, which class of defects: each has a switching state of its own. */
public record SwitchingKey(MerchantId merchant, Sku sku, DefectClass defectClass) {}
