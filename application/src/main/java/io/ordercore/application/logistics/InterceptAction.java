package io.ordercore.application.logistics;

/** What can be done to a parcel on its way. */
public enum InterceptAction {
    RETURN_TO_SENDER,
    RETURN_TO_DEPOT,
    REDIRECT,
    HOLD,
    CHANGE_TIME,
    CHANGE_RECIPIENT,
    VOID,
    REDELIVER
}
