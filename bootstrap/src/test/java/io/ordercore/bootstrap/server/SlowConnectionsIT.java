package io.ordercore.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Callers who send their requests drop by drop, more of them than the server has threads. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SlowConnectionsIT {
    private static final int SLOW = 300;
    /** More than any buffer that is filled before a thread is asked to read on. */
    private static final int BEGUN = 40_000;

    private final List<RawConnection> connections = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (RawConnection connection : connections) {
            connection.close();
        }
    }

    @Test
    void hundreds_of_slow_bodies_and_headers_do_not_stop_others() throws Exception {
        RunningServer server = RunningServer.shared();
        String begun =
                "POST /orders/01990000-0000-7000-8000-000000000001-1/cancellation HTTP/1.1\r\nHost: localhost\r\n"
                        + "Authorization: Bearer " + server.token("buyer-1") + "\r\nContent-Type: application/json\r\n";
        String body = begun + "Idempotency-Key: slow\r\nContent-Length: 100000\r\n\r\n" + " ".repeat(BEGUN);
        for (int n = 0; n < SLOW; n++) {
            RawConnection connection = RawConnection.to(server);
            connections.add(connection);
            connection.send(n % 3 == 0 ? begun : body);
        }
        for (int round = 0; round < 3; round++) {
            for (int n = 0; n < SLOW; n++) {
                connections.get(n).send(n % 3 == 0 ? "x" : " ");
            }
            assertThat(server.get("buyer-1", "/orders?limit=1").statusCode()).isEqualTo(200);
            assertThat(server.post("buyer-1", "/orders/01990000-0000-7000-8000-000000000001-1/receipt", "")
                            .statusCode())
                    .as("blocking operations too")
                    .isBetween(400, 499);
        }
    }
}
