package badfixture.domain.gossip;

public record Rumour(String text) {}
