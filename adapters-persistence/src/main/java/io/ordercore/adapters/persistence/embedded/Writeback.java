package io.ordercore.adapters.persistence.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has PostgreSQL's data files written to the disk as they change. Left to the kernel, all that was added within half a minute is
 * written in one go: several hundred megabytes under load, and every commit waits behind them.
 *
 * <p>The kernel tells an error of the disk once, to whoever syncs the file next. Told to us, it would be hidden from PostgreSQL's
 * checkpoint, so we do what PostgreSQL does when it finds one: it crashes and starts over from its log.
 */
final class Writeback {
    private static final Logger LOG = LoggerFactory.getLogger(Writeback.class);
    /** A file's time is that of the kernel's last tick. */
    private static final Duration TICK = Duration.ofMillis(100);

    private final Path files;
    private final Sync sync;
    private final Runnable crash;
    private Instant since = Instant.now();

    /** A file's way to the disk. */
    interface Sync {
        /**
         * Waits until what was written to it is there.
         *
         * @throws FileSystemException if it cannot be opened: it is dropped, or there are too many open
         * @throws IOException if the disk failed
         */
        void sync(Path file) throws IOException;
    }

    /**
     * @param files a directory, with those below it
     * @param crash called after an error
     */
    Writeback(Path files, Sync sync, Runnable crash) {
        this.files = files;
        this.sync = sync;
        this.crash = crash;
    }

    /** For a cluster's relations. */
    static Writeback of(Cluster cluster, Runnable crash) {
        return new Writeback(cluster.data().resolve("base"), Writeback::toDisk, crash);
    }

    private static void toDisk(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(false);
        }
    }

    /** What has changed since the last round. */
    void writeOut() {
        Instant now = Instant.now();
        writeOut(since.minus(TICK));
        since = now;
    }

    /** What has changed since. */
    void writeOut(Instant since) {
        try {
            Files.walkFileTree(files, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!attributes.lastModifiedTime().toInstant().isBefore(since)) {
                        writeOut(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path dropped, IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            LOG.warn("the data files cannot be listed", e);
        }
    }

    private void writeOut(Path file) {
        try {
            sync.sync(file);
        } catch (FileSystemException notOpened) {
            LOG.trace("left to PostgreSQL's checkpoint", notOpened);
        } catch (IOException e) {
            LOG.error("the disk failed at {}: PostgreSQL starts over from its log", file, e);
            crash.run();
        }
    }
}
