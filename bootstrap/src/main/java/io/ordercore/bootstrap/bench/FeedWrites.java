package io.ordercore.bootstrap.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Changes prices by the clock: whether the server keeps up or not, the next call is due when it is due. */
final class FeedWrites {
    private static final int GOODS = 1_000;
    private static final int ADOPTED_TOGETHER = 500;
    /** More calls than this at once, and the writer waits: the rate told is the rate there was. */
    private static final int MOST_AT_ONCE = 64;

    private static final int OK = 200;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final String operator;
    private final String merchant;
    private final int together;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final Semaphore free = new Semaphore(MOST_AT_ONCE);
    private long next;

    FeedWrites(int port, String operator, String merchant, int together) {
        this.base = "http://127.0.0.1:" + port;
        this.operator = operator;
        this.merchant = merchant;
        this.together = together;
    }

    long written() {
        return written.get();
    }

    long refused() {
        return refused.get();
    }

    void putGoodsOnSale() {
        for (int from = 0; from < GOODS; from += ADOPTED_TOGETHER) {
            String goods = IntStream.range(from, from + ADOPTED_TOGETHER)
                    .mapToObj(i -> "{\"sku\":\"feed-" + i + "\",\"merchant\":\"merchant-1\",\"title\":\"Feed " + i
                            + "\",\"price\":" + price(0) + "}")
                    .collect(Collectors.joining(",", "{\"goods\":[", "]}"));
            HttpResponse<String> answer = client.sendAsync(
                            request("/adopted-goods", operator)
                                    .header("Idempotency-Key", UUID.randomUUID().toString())
                                    .POST(HttpRequest.BodyPublishers.ofString(goods))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .join();
            if (answer.statusCode() != 201) {
                throw new BenchException("goods were not taken: " + answer.body());
            }
        }
    }

    /** Changes {@code rate} prices a second; answers how many seconds that took, the last answer included. */
    double run(int rate, int seconds) throws InterruptedException {
        long start = System.nanoTime();
        long calls = (long) rate * seconds / together;
        long period = TimeUnit.SECONDS.toNanos(1) * together / rate;
        for (long call = 0; call < calls; call++) {
            long due = start + call * period;
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            free.acquire();
            send();
        }
        free.acquire(MOST_AT_ONCE);
        free.release(MOST_AT_ONCE);
        return (System.nanoTime() - start) / 1e9;
    }

    private void send() {
        long first = next;
        next += together;
        HttpRequest request = together == 1 ? one(first) : many(first);
        CompletableFuture<?> unused = client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .whenComplete((answer, failure) -> {
                    boolean taken = answer != null && answer.statusCode() == OK;
                    (taken ? written : refused).addAndGet(together);
                    free.release();
                });
    }

    private HttpRequest one(long number) {
        return request("/offers/" + sku(number), merchant)
                .PUT(HttpRequest.BodyPublishers.ofString("{\"price\":" + price(number / GOODS + 1) + "}"))
                .build();
    }

    private HttpRequest many(long from) {
        return request("/offers", merchant)
                .PUT(HttpRequest.BodyPublishers.ofString(IntStream.range(0, together)
                        .mapToObj(i ->
                                "{\"sku\":\"" + sku(from + i) + "\",\"price\":" + price((from + i) / GOODS + 1) + "}")
                        .collect(Collectors.joining(",", "{\"prices\":[", "]}"))))
                .build();
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private static String sku(long number) {
        return "feed-" + number % GOODS;
    }

    /** Another one each round, never one that jumps. */
    private static String price(long round) {
        return "{\"amount\":\"" + (100 + round % 50) + ".00\",\"currency\":\"CNY\"}";
    }
}
