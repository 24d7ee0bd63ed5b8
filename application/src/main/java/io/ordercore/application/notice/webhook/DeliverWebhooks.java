package io.ordercore.application.notice.webhook;

/** Tells other systems what happened. Meant for durable timers, on any number of nodes. */
public interface DeliverWebhooks {
    /** Keeps at most {@code limit} notices that were told for the endpoints that want them; answers how many it looked at. */
    int publish(int limit);

    /**
     * Begins to send what is due, a thread for each endpoint, and does not wait: an endpoint that is slow or dead keeps nobody
     * else waiting. Answers how many it began.
     */
    int deliver();

    /** Forgets what nobody can have sent anew any more, 30 days on; answers how much. */
    int forget();
}
