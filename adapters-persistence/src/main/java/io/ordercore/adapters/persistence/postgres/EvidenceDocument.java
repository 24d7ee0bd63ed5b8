package io.ordercore.adapters.persistence.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import io.ordercore.domain.credit.Evidence;
import io.ordercore.domain.credit.Lane;
import io.ordercore.domain.credit.Owner;
import java.time.LocalDate;

/**
 * How evidence stands in its row: its kind, and as a document what that kind alone has.
 *
 * @param text JSON
 */
record EvidenceDocument(Kind kind, String text) {
    /** What kinds of evidence are called in the table. */
    enum Kind {
        ORDER,
        HAND_OVER,
        TRACKING,
        ANSWER,
        LOT,
        POINTS,
        INTEGRITY
    }

    static EvidenceDocument of(Evidence piece) {
        return piece.decide(new Writing());
    }

    Evidence evidence(String id, LocalDate day, LocalDate knownOn) {
        JsonNode node = Json.read(text);
        return switch (kind) {
            case ORDER ->
                new Evidence.OrderOutcome(
                        id,
                        day,
                        knownOn,
                        node.path("category").asText(),
                        new Lane(node.path("from").asText(), node.path("to").asText()),
                        Evidence.End.valueOf(node.path("end").asText()),
                        Owner.valueOf(node.path("owner").asText()));
            case HAND_OVER -> new Evidence.HandOver(id, day, node.path("late").asBoolean());
            case TRACKING ->
                new Evidence.TrackingChecked(id, day, node.path("valid").asBoolean());
            case ANSWER -> new Evidence.Answered(id, day, node.path("inTime").asBoolean());
            case LOT -> new Evidence.LotJudged(id, day, node.path("accepted").asBoolean());
            case POINTS ->
                new Evidence.PolicyPoints(id, day, node.path("points").asInt());
            case INTEGRITY -> new Evidence.IntegrityBreach(id, day);
        };
    }

    private static final class Writing implements Evidence.Cases<EvidenceDocument> {
        @Override
        public EvidenceDocument orderOutcome(Evidence.OrderOutcome it) {
            return new EvidenceDocument(Kind.ORDER, Json.object(json -> {
                json.writeStringField("category", it.category());
                json.writeStringField("from", it.lane().from());
                json.writeStringField("to", it.lane().to());
                json.writeStringField("end", it.end().name());
                json.writeStringField("owner", it.owner().name());
            }));
        }

        @Override
        public EvidenceDocument handOver(Evidence.HandOver it) {
            return yesOrNo(Kind.HAND_OVER, "late", it.late());
        }

        @Override
        public EvidenceDocument trackingChecked(Evidence.TrackingChecked it) {
            return yesOrNo(Kind.TRACKING, "valid", it.valid());
        }

        @Override
        public EvidenceDocument answered(Evidence.Answered it) {
            return yesOrNo(Kind.ANSWER, "inTime", it.inTime());
        }

        @Override
        public EvidenceDocument lotJudged(Evidence.LotJudged it) {
            return yesOrNo(Kind.LOT, "accepted", it.accepted());
        }

        @Override
        public EvidenceDocument policyPoints(Evidence.PolicyPoints it) {
            return new EvidenceDocument(Kind.POINTS, Json.object(json -> json.writeNumberField("points", it.points())));
        }

        @Override
        public EvidenceDocument integrityBreach(Evidence.IntegrityBreach it) {
            return new EvidenceDocument(Kind.INTEGRITY, "{}");
        }

        private static EvidenceDocument yesOrNo(Kind kind, String name, boolean value) {
            return new EvidenceDocument(kind, Json.object(json -> json.writeBooleanField(name, value)));
        }
    }
}
