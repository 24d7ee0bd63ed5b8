package io.ordercore.adapters.persistence.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DirectoryLockTest {
    @TempDir
    Path directory;

    @Test
    void one_asked_for_again_by_its_holder_stays_locked_for_everybody_else() throws Exception {
        try (DirectoryLock held = DirectoryLock.take(directory)) {
            assertThat(DirectoryLock.tryTake(held.directory())).isNull();
            assertThat(takenByAnotherProcess()).isFalse();
        }
        assertThat(takenByAnotherProcess()).isTrue();
    }

    @Test
    void closing_one_twice_does_not_open_the_next() throws Exception {
        DirectoryLock first = DirectoryLock.take(directory);
        first.close();
        try (DirectoryLock next = DirectoryLock.take(directory)) {
            first.close();
            assertThat(DirectoryLock.tryTake(next.directory())).isNull();
        }
    }

    private boolean takenByAnotherProcess() throws Exception {
        Process other = OtherProcess.running(Other.class, directory);
        try (var output = other.inputReader()) {
            return Boolean.parseBoolean(output.readLine());
        }
    }

    /** Another process: prints whether it got the lock. */
    static final class Other {
        private Other() {}

        public static void main(String[] arguments) throws IOException {
            try (DirectoryLock lock = DirectoryLock.tryTake(Path.of(arguments[0]))) {
                System.out.println(lock != null);
            }
        }
    }
}
