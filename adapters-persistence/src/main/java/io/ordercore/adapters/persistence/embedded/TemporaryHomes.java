package io.ordercore.adapters.persistence.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where throw-away clusters live: {@code <tmp>/ordercore-postgres-<uid>/}, with the unpacked binaries and an initialised
 * cluster to copy, made once. A home whose process died is swept by the next one to come.
 */
final class TemporaryHomes {
    private static final String PREFIX = "home-";

    private TemporaryHomes() {}

    static Path binaries() throws IOException {
        return root().resolve("binaries");
    }

    /** A new home, locked, with a copy of the template cluster. Processes take turns here; the lock falls with the channel. */
    static synchronized DirectoryLock make() throws IOException {
        Path root = root();
        try (FileChannel turn = turns(root)) {
            turn.lock();
            sweep(root);
            Path template = template(root);
            Path home =
                    Files.createTempDirectory(root, PREFIX, publicDirectory()).toRealPath();
            FileTrees.copy(template.resolve(Cluster.DIRECTORY), home.resolve(Cluster.DIRECTORY));
            FileTrees.copy(template.resolve("password"), home.resolve("password"));
            PostgresUser.owning(home, binaries()).own(home.resolve(Cluster.DIRECTORY));
            return DirectoryLock.take(home);
        }
    }

    private static FileChannel turns(Path root) throws IOException {
        return FileChannel.open(root.resolve("turn"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static Path template(Path root) throws IOException {
        Path binaries = PostgresBinaries.unpackedIn(root.resolve("binaries"));
        Path template = root.resolve("template");
        Path madeBy = template.resolve("made-by");
        String version = Files.readString(binaries.resolve("unpacked-from"));
        if (Files.exists(madeBy) && Files.readString(madeBy).equals(version)) {
            return template;
        }
        FileTrees.delete(template);
        Files.createDirectory(template, publicDirectory());
        PostgresUser user = PostgresUser.owning(template, binaries);
        new Cluster(template, binaries, user, Durability.NONE_FOR_TESTS).prepare();
        Files.writeString(madeBy, version);
        return template;
    }

    private static FileAttribute<?> publicDirectory() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void sweep(Path root) throws IOException {
        List<Path> homes;
        try (Stream<Path> all = Files.list(root)) {
            homes = all.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                    .toList();
        }
        for (Path home : homes) {
            DirectoryLock lock = DirectoryLock.tryTake(home);
            if (lock == null) {
                continue;
            }
            try (lock) {
                PostgresUser user = PostgresUser.owning(home, binaries());
                new Postmaster(new Cluster(home.toRealPath(), binaries(), user, Durability.NONE_FOR_TESTS))
                        .endLeftover();
                FileTrees.delete(home);
            }
        }
    }

    /** In turn, too: nobody else sweeps it at the same time. */
    static synchronized void delete(Path home) {
        try (FileChannel turn = turns(root())) {
            turn.lock();
            FileTrees.delete(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Path known;

    private static synchronized Path root() throws IOException {
        if (known != null) {
            return known;
        }
        Integer uid = PostgresUser.ourUid();
        Path root = Path.of(System.getProperty("java.io.tmpdir"), "ordercore-postgres-" + uid);
        if (!Files.exists(root)) {
            Files.createDirectories(root, publicDirectory());
        }
        if (!Files.getAttribute(root, "unix:uid", LinkOption.NOFOLLOW_LINKS).equals(uid)) {
            throw new EmbeddedPostgresException(
                    root + " belongs to somebody else; set java.io.tmpdir to a directory of your own.");
        }
        known = root.toRealPath();
        return known;
    }
}
