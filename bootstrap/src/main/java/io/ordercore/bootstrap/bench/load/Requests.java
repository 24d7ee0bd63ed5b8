package io.ordercore.bootstrap.bench.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes requests as bytes: a prepared text for each caller, into which SKUs and the command's key are written. */
final class Requests {
    private static final String PRICE = "{\"amount\":\"19.99\",\"currency\":\"CNY\"}";
    private static final int LARGEST = 8 * 1024;
    private static final int KEY_DIGITS = 32;
    private static final int SKU_DIGITS = 6;
    private static final String KEY_HERE = "k".repeat(KEY_DIGITS);
    private static final String SKU_HERE = "s".repeat(SKU_DIGITS);
    private static final String DELIVER_TO =
            "],\"deliverTo\":{\"name\":\"Li Na\",\"phone\":\"+8613800000000\",\"country\":\"CN\",\"region\":\"Zhejiang\","
                    + "\"city\":\"Hangzhou\",\"district\":\"Xihu\",\"street\":\"1 Lake Road\",\"postalCode\":\"310000\"}}";

    private final LoadPlan plan;
    private final SplittableRandom random;
    private final long run;
    private final List<byte[]> prepared = new ArrayList<>();
    private final int[] skuFromEnd;
    private final List<String> orders;
    private final List<String> tokens;
    private long made;

    Requests(LoadPlan plan, long run) throws IOException {
        this.plan = plan;
        this.run = run;
        this.random = new SplittableRandom(plan.seed());
        this.tokens = Files.readAllLines(plan.tokens());
        this.orders = plan.read() == null ? List.of() : Files.readAllLines(plan.read());
        String body = purchase(plan.lines());
        this.skuFromEnd = new int[plan.lines()];
        int at = 0;
        for (int i = 0; i < skuFromEnd.length; i++) {
            at = body.indexOf(SKU_HERE, at);
            skuFromEnd[i] = body.length() - at;
            at++;
        }
        for (String token : tokens) {
            prepared.add(("POST /purchases HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token
                            + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                            + "\r\nIdempotency-Key: " + KEY_HERE + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static String purchase(int lines) {
        StringBuilder body = new StringBuilder("{\"lines\":[");
        for (int i = 0; i < lines; i++) {
            body.append(i == 0 ? "" : ",")
                    .append("{\"sku\":\"bench-")
                    .append(SKU_HERE)
                    .append("\",\"quantity\":1,\"unitPrice\":")
                    .append(PRICE)
                    .append('}');
        }
        return body.append(DELIVER_TO).toString();
    }

    /** A buffer that holds any of these requests. */
    static ByteBuffer buffer() {
        return ByteBuffer.allocateDirect(LARGEST);
    }

    /** Puts the next request into an empty buffer. */
    void next(ByteBuffer buffer) {
        made++;
        buffer.put(plan.read() == null ? purchase() : read());
    }

    /** A line is an order's id and the number of the token that may read it. */
    private byte[] read() {
        String[] order = orders.get(random.nextInt(orders.size())).split(" ", 2);
        return ("GET /orders/" + order[0] + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                        + tokens.get(Integer.parseInt(order[1])) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] purchase() {
        byte[] request = prepared.get((int) (made % prepared.size()));
        int keyAt = request.length - bodyLength() - 4 - KEY_DIGITS;
        hex(request, keyAt, run);
        hex(request, keyAt + KEY_DIGITS / 2, made);
        int merchant = random.nextInt(plan.merchants());
        int perMerchant = plan.skus() / plan.merchants();
        for (int fromEnd : skuFromEnd) {
            decimal(request, request.length - fromEnd, merchant + plan.merchants() * random.nextInt(perMerchant));
        }
        return request;
    }

    private int bodyLength() {
        return skuFromEnd[0] + "{\"lines\":[{\"sku\":\"bench-".length();
    }

    private static void hex(byte[] into, int at, long value) {
        for (int i = 0; i < KEY_DIGITS / 2; i++) {
            into[at + i] = (byte) Character.forDigit((int) (value >>> (60 - 4 * i)) & 15, 16);
        }
    }

    private static void decimal(byte[] into, int at, int value) {
        int rest = value;
        for (int i = SKU_DIGITS - 1; i >= 0; i--) {
            into[at + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
