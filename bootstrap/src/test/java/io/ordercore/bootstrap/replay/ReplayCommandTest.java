package io.ordercore.bootstrap.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReplayCommandTest {
    private static final String HEADER = "order_id,merchant_id,buyer_id,status,price,purchased_at\n";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void the_example_history_ends_clean() {
        assertThat(replay(Path.of("..", "docs", "examples", "order-history.csv")))
                .as("%s%s", out, err)
                .isZero();
        assertThat(out.toString()).contains("60 orders", "clean, 0 violations");
    }

    @Test
    void a_row_that_cannot_be_read_is_named() throws IOException {
        Path file = Files.writeString(directory.resolve("bad.csv"), HEADER + "o-1,m-1,b-1,delivered,12.50,yesterday\n");

        assertThat(replay(file)).isEqualTo(2);
        assertThat(err.toString()).contains("row 2", "purchased_at", "yesterday");
    }

    @Test
    void an_order_may_stand_only_once() throws IOException {
        String row = "o-1,m-1,b-1,created,12.50,2026-03-02 08:00:00\n";
        Path file = Files.writeString(directory.resolve("twice.csv"), HEADER + row + row);

        assertThat(replay(file)).isEqualTo(2);
        assertThat(err.toString()).contains("row 3", "order_id");
    }

    private int replay(Path file) {
        return new CommandLine(new ReplayCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(file.toString());
    }
}
