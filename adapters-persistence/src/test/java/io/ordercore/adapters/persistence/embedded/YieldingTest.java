package io.ordercore.adapters.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class YieldingTest {
    private static final String AS_IT_BEGINS = "/autogroup-71 nice 0";

    @TempDir
    Path proc;

    @Test
    void each_session_is_told_once() throws Exception {
        Yielding yielding = new Yielding(proc, 7);
        Path checkpointer = session("8");
        running("8 ");
        yielding.tell();
        assertThat(checkpointer).hasContent("10");
        Files.writeString(checkpointer, AS_IT_BEGINS);
        Path backend = session("9");
        running("8 9 ");
        yielding.tell();
        assertThat(backend).hasContent("10");
        assertThat(checkpointer).hasContent(AS_IT_BEGINS);
    }

    @Test
    void a_process_with_the_number_of_one_that_is_gone_is_told() throws Exception {
        Yielding yielding = new Yielding(proc, 7);
        session("8");
        running("8 ");
        yielding.tell();
        running("");
        yielding.tell();
        Path next = session("8");
        running("8 ");
        yielding.tell();
        assertThat(next).hasContent("10");
    }

    @Test
    void nothing_happens_where_the_processors_are_not_shared_among_sessions() throws Exception {
        running("8 ");
        new Yielding(proc, 7).tell();
        assertThat(proc.resolve("8")).doesNotExist();
    }

    private Path session(String process) throws IOException {
        Path file = proc.resolve(process).resolve("autogroup");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, AS_IT_BEGINS);
    }

    private void running(String children) throws IOException {
        Path file = proc.resolve("7/task/7/children");
        Files.createDirectories(file.getParent());
        Files.writeString(file, children);
    }
}
