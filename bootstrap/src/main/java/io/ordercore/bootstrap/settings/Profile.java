package io.ordercore.bootstrap.settings;

/** Whom the server trusts. */
public enum Profile {
    /** A machine of one's own: own signing key, ready tokens, loopback only. */
    DEV,
    /** Tokens of the configured issuer only; nothing secret is made up. */
    PROD
}
