package io.ordercore.bootstrap.server;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * PostgreSQL's programs as earlier tests on this machine unpacked them, linked into a new data directory: unpacking takes
 * seconds. Where there are none, or they are of another version, the server unpacks its own.
 */
final class PreparedBinaries {
    private static final String MARKER = "unpacked-from";

    private PreparedBinaries() {}

    static void linkInto(Path target) throws IOException {
        Integer uid = (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        Path prepared = Path.of(System.getProperty("java.io.tmpdir"), "ordercore-postgres-" + uid, "binaries");
        if (Files.exists(target) || !Files.exists(prepared.resolve(MARKER))) {
            return;
        }
        try {
            for (Path from : list(prepared)) {
                Path to = target.resolve(prepared.relativize(from));
                if (Files.isDirectory(from)) {
                    Files.createDirectories(to);
                } else {
                    Files.createLink(to, from);
                }
            }
        } catch (FileSystemException | UnsupportedOperationException otherDisk) {
            // Without the marker the server takes what is here for a half-made copy, and unpacks.
            Files.deleteIfExists(target.resolve(MARKER));
        }
    }

    /** Parents first, the marker last: it says that all is there. */
    private static List<Path> list(Path prepared) throws IOException {
        Path marker = prepared.resolve(MARKER);
        try (Stream<Path> all = Files.walk(prepared)) {
            return Stream.concat(all.filter(path -> !path.equals(marker)), Stream.of(marker))
                    .toList();
        }
    }
}
