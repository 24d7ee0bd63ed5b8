package io.ordercore.domain.party;

/** Through which door a command came. */
public enum Channel {
    SELF_SERVICE,
    CHAT,
    HOTLINE,
    SYSTEM
}
