package io.ordercore.application.testkit;

/** One promise of a gateway, tried on one subject. */
record CarrierCheck(String rule, String subject, Attempt attempt) {
    /** Throws what went wrong. */
    interface Attempt {
        void run() throws Exception;
    }

    String displayName() {
        return rule + ": " + subject;
    }
}
