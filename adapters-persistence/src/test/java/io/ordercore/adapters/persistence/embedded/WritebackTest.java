package io.ordercore.adapters.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WritebackTest {
    private static final Instant NOON = Instant.parse("2026-11-11T12:00:00Z");

    @TempDir
    Path base;

    private final List<Path> synced = new ArrayList<>();
    private final AtomicInteger crashes = new AtomicInteger();

    @Test
    void what_has_changed_since_is_written_out_in_every_database() throws Exception {
        file("5/16384", NOON.minusSeconds(1));
        Path orders = file("5/16385", NOON);
        Path stock = file("16400/16401", NOON.plusSeconds(1));
        writeback(synced::add).writeOut(NOON);
        assertThat(synced).containsExactlyInAnyOrder(orders, stock);
        assertThat(crashes).hasValue(0);
    }

    @Test
    void a_table_dropped_meanwhile_is_nothing_to_worry_about() throws Exception {
        file("5/16384", NOON);
        writeback(file -> {
                    throw new NoSuchFileException(file.toString());
                })
                .writeOut(NOON);
        assertThat(crashes).hasValue(0);
    }

    @Test
    void a_failing_disk_is_not_hidden_from_postgresql() throws Exception {
        file("5/16384", NOON);
        writeback(file -> {
                    throw new IOException("Input/output error");
                })
                .writeOut(NOON);
        assertThat(crashes).hasValue(1);
    }

    private Writeback writeback(Writeback.Sync sync) {
        return new Writeback(base, sync, crashes::incrementAndGet);
    }

    private Path file(String name, Instant changed) throws IOException {
        Path file = base.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.setLastModifiedTime(Files.createFile(file), FileTime.from(changed));
    }
}
