package io.ordercore.adapters.persistence.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom PostgreSQL runs as. It refuses root, so root starts it in a user namespace of its own ({@code unshare -U}: still the same
 * owner of files to the kernel, but no longer called root); where namespaces are refused, as an unprivileged user of the
 * machine, to whom the cluster's files are then given.
 */
final class PostgresUser {
    private static final List<String> UNPRIVILEGED = List.of("postgres", "nobody");
    private static final int ROOT = 0;

    private final List<String> prefix;
    private final @Nullable UserPrincipal other;

    private PostgresUser(List<String> prefix, @Nullable UserPrincipal other) {
        this.prefix = prefix;
        this.other = other;
    }

    /**
     * @param home holds the cluster; who owns an existing cluster decides
     * @throws EmbeddedPostgresException when run as root on a machine that offers neither way
     */
    static PostgresUser owning(Path home, Path binaries) throws IOException {
        if (ourUid() != ROOT) {
            return new PostgresUser(List.of(), null);
        }
        Path cluster = home.resolve(Cluster.DIRECTORY);
        boolean othersCluster = Files.exists(cluster) && uid(cluster) != ROOT;
        if (!othersCluster && Commands.succeeds(List.of("unshare", "-U", "true"))) {
            return new PostgresUser(List.of("unshare", "-U"), null);
        }
        List<UserPrincipal> candidates = othersCluster ? List.of(Files.getOwner(cluster)) : unprivileged(home);
        for (UserPrincipal user : candidates) {
            for (List<String> become : waysToBecome(user.getName())) {
                if (Commands.succeeds(
                        append(become, binaries.resolve("bin/postgres").toString(), "--version"))) {
                    return new PostgresUser(become, user);
                }
            }
        }
        throw new EmbeddedPostgresException(
                "PostgreSQL does not run as root, this machine refuses unshare -U, and no unprivileged user can read "
                        + home
                        + ": start as a normal user, or move the data directory to where the user nobody may read.");
    }

    private static List<UserPrincipal> unprivileged(Path anyFile) throws IOException {
        UserPrincipalLookupService users = anyFile.getFileSystem().getUserPrincipalLookupService();
        List<UserPrincipal> found = new ArrayList<>();
        for (String name : UNPRIVILEGED) {
            try {
                found.add(users.lookupPrincipalByName(name));
            } catch (UserPrincipalNotFoundException absent) {
                // The next name may exist.
            }
        }
        return found;
    }

    private static List<List<String>> waysToBecome(String name) {
        return List.of(
                List.of("runuser", "-u", name, "--"),
                List.of("setpriv", "--reuid=" + name, "--clear-groups", "--"),
                List.of("su", "-s", "/bin/sh", name, "-c", "exec \"$0\" \"$@\"", "--"));
    }

    /** The numeric id of the user this process runs as. */
    static int ourUid() throws IOException {
        return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    }

    private static int uid(Path file) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    /** The command line that runs the given one as this user. */
    List<String> running(String... command) {
        return append(prefix, command);
    }

    private static List<String> append(List<String> prefix, String... command) {
        return Stream.concat(prefix.stream(), Stream.of(command)).toList();
    }

    /** Gives the directory and all in it to this user, where that is somebody else than we are. */
    void own(Path directory) throws IOException {
        if (other == null) {
            return;
        }
        for (Path file : FileTrees.list(directory)) {
            Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .setOwner(other);
        }
    }
}
