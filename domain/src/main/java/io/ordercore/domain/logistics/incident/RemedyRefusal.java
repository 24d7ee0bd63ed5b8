package io.ordercore.domain.logistics.incident;

/** Why a remedy is not given. The names are stable. */
public enum RemedyRefusal {
    /** The case is over; another remedy was given, or none was needed. */
    CASE_OVER,
    /** It is not among what is offered. */
    NOT_OFFERED,
    /** Another remedy was chosen and is being carried out. */
    ALREADY_CHOSEN,
    /** The parcel has been delivered. */
    DELIVERED,
    /** The parcel was given up or came back already: a claim, an interception or another case was faster. */
    SETTLED_OTHERWISE,
    /** The carrier was asked to turn the parcel: what follows depends on how that ends. */
    BEING_TURNED,
    /** The parcel is no longer where its carrier could turn it. */
    NOT_ON_THE_WAY,
    /** Some of its units were already agreed on otherwise. */
    NOT_THAT_MANY,
    /** The order cannot be changed any more. */
    ORDER_CLOSED,
    /** There is no money to give back. */
    NOTHING_TO_GIVE_BACK,
    /** The buyer's bank claims the money. */
    DISPUTED
}
