package io.ordercore.adapters.rest;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.TestInstance;

/** Each test class has a server of its own; each test starts with two offers of two merchants, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
abstract class ServedTest {
    static final String LI = "li buyer";
    static final String WANG = "wang buyer";
    static final String TEA_HOUSE = "tea-house merchant";
    static final String POTTERY = "pottery merchant";
    static final String WAREHOUSE = "warehouse-1 warehouse";
    static final String AGENT = "agent-1 agent";
    static final String OPERATOR = "operator-1 operator";
    static final String REVIEWER = "reviewer-1 reviewer";

    static final String DELIVER_TO = """
            {"name":"Li Na","phone":"+86 138 0000 0000","country":"CN","region":"Zhejiang","city":"Hangzhou",
             "district":"Xihu","street":"1 Lake Road","postalCode":"310000"}""";

    final Server server = new Server();
    private int keys;

    @BeforeEach
    void open() {
        server.shop.forget();
        server.shop.shelf.offer("kettle", "tea-house", "99.00", 10);
        server.shop.shelf.offer("bowl", "pottery", "12.50", 3);
    }

    @AfterAll
    void close() {
        server.close();
    }

    String freshKey() {
        keys++;
        return "key-" + keys;
    }

    Server.Reply get(String path, String login, String... headers) {
        return server.send("GET", path, login, null, headers);
    }

    Server.Reply put(String path, String login, String body, String... headers) {
        return server.send("PUT", path, login, body, headers);
    }

    /** A command with a key of its own. */
    Server.Reply post(String path, String login, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Idempotency-Key";
        all[1] = freshKey();
        System.arraycopy(headers, 0, all, 2, headers.length);
        return server.send("POST", path, login, body.isEmpty() ? null : body, all);
    }

    static String line(String sku, int quantity, String price) {
        return "{\"sku\":\"%s\",\"quantity\":%d,\"unitPrice\":{\"amount\":\"%s\",\"currency\":\"CNY\"}}"
                .formatted(sku, quantity, price);
    }

    static String purchase(String... lines) {
        return "{\"lines\":[" + String.join(",", lines) + "],\"deliverTo\":" + DELIVER_TO + "}";
    }
}
