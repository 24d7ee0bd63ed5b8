package io.ordercore.application.credit;

import io.ordercore.domain.credit.MeasureKind;
import io.ordercore.domain.party.MerchantId;

/** Ends a measure before its time: what lasts until a person lifts it, or what was wrong. */
public interface LiftSanction {
    /** False if no such measure is in force, and nothing changes. */
    boolean lift(MerchantId merchant, MeasureKind measure);
}
