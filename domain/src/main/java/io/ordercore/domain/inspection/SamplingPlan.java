package io.ordercore.domain.inspection;

/**
 * Take {@code sampleSize} units; up to {@code acceptance} defectives accept the lot, {@code rejection} or more do not.
 *
 * <p>A reduced plan of MIL-STD-105E leaves a gap: a count between the two accepts this lot and ends reduced inspection.
 *
 * @param wholeLot true where the table asks for at least as many units as there are: every unit is inspected
 */
public record SamplingPlan(int sampleSize, int acceptance, int rejection, boolean wholeLot) {
    public SamplingPlan {
        if (sampleSize < 1 || acceptance < 0 || rejection <= acceptance) {
            throw new IllegalArgumentException(
                    "no plan takes " + sampleSize + " units with Ac " + acceptance + " and Re " + rejection);
        }
    }

    /**
     * The single sampling plan of the standard, arrows followed, 100 % where the sample would be the lot.
     *
     * @param lotSize units, at least 2
     */
    public static SamplingPlan of(int lotSize, InspectionLevel level, Severity severity, Aql aql) {
        return of(CodeLetter.of(lotSize, level), severity, aql).within(lotSize);
    }

    /** The plan of the master table for any lot large enough for it. */
    public static SamplingPlan of(CodeLetter letter, Severity severity, Aql aql) {
        return MasterTables.STANDARD.plan(letter, severity, aql.value());
    }

    /** As many units as this plan takes, none of them defective: what a class with an AQL of zero gets. */
    public SamplingPlan acceptingNone() {
        return new SamplingPlan(sampleSize, 0, 1, wholeLot);
    }

    SamplingPlan within(int lotSize) {
        return sampleSize < lotSize ? this : new SamplingPlan(lotSize, acceptance, rejection, true);
    }

    /**
     * What this many defectives mean for the lot.
     *
     * @throws IllegalArgumentException for a negative count. More defects than units are possible above an AQL of 10.
     */
    public Verdict judge(int defective) {
        if (defective < 0) {
            throw new IllegalArgumentException("a count of defectives is not negative");
        }
        if (defective <= acceptance) {
            return Verdict.ACCEPTED;
        }
        return defective < rejection ? Verdict.ACCEPTED_IN_THE_GAP : Verdict.NOT_ACCEPTED;
    }
}
