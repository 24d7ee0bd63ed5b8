package io.ordercore.adapters.persistence.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One process per directory. The kernel gives the lock back when the process dies, so a crash leaves no stale one. */
final class DirectoryLock implements AutoCloseable {
    private static final String FILE = "lock";
    private final Path directory;
    private final FileChannel channel;

    private DirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    static DirectoryLock take(Path directory) throws IOException {
        DirectoryLock lock = tryTake(directory);
        if (lock == null) {
            throw new EmbeddedPostgresException("Another process is using the database in " + directory
                    + "; stop it, or choose another data directory.");
        }
        return lock;
    }

    static @Nullable DirectoryLock tryTake(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held;
        try {
            held = channel.tryLock();
        } catch (OverlappingFileLockException inThisProcess) {
            held = null;
        }
        if (held == null) {
            channel.close();
            return null;
        }
        return new DirectoryLock(directory, channel);
    }

    Path directory() {
        return directory;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
