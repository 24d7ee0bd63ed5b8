package io.ordercore.bootstrap.server;

import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Hangs up as soon as the body begins: a stream of events has no end to wait for. */
final class HeadOfStream implements BodySubscriber<String> {
    /** The body as text; nothing if it is a stream of events. */
    static BodySubscriber<String> orWholeBody(ResponseInfo head) {
        String type = head.headers().firstValue("Content-Type").orElse("");
        return type.startsWith("text/event-stream")
                ? new HeadOfStream()
                : BodyHandlers.ofString().apply(head);
    }

    @Override
    public CompletionStage<String> getBody() {
        return CompletableFuture.completedFuture("");
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.cancel();
    }

    @Override
    public void onNext(List<ByteBuffer> none) {}

    @Override
    public void onError(Throwable hungUp) {}

    @Override
    public void onComplete() {}
}
