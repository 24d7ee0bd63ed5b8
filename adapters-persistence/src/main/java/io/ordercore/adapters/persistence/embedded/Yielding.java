package io.ordercore.adapters.persistence.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has PostgreSQL yield the processors to this process, so that under more load than the machine bears the excess is still refused
 * at once.
 *
 * <p>Where Linux shares the processors among sessions first (see sched(7), "The autogroup feature"), the priority of a process
 * counts only within its session. Each of PostgreSQL's processes begins one of its own, which is told here.
 */
final class Yielding {
    private static final Logger LOG = LoggerFactory.getLogger(Yielding.class);
    private static final String NICENESS = "10";

    private final Path proc;
    private final String postmaster;
    private final Set<String> told = new HashSet<>();

    /** @param proc where the kernel tells of processes and is told */
    Yielding(Path proc, long postmaster) {
        this.proc = proc;
        this.postmaster = Long.toString(postmaster);
    }

    /** The same command, run at a lower priority. */
    static List<String> command(List<String> command) {
        return Stream.concat(Stream.of("nice", "-n", NICENESS), command.stream())
                .toList();
    }

    /** Tells the sessions that are new. */
    void tell() {
        Set<String> running = processes();
        told.retainAll(running);
        running.stream().filter(process -> !told.contains(process)).forEach(this::tell);
    }

    private void tell(String process) {
        try {
            Files.writeString(
                    proc.resolve(process).resolve("autogroup"), NICENESS, StandardOpenOption.TRUNCATE_EXISTING);
            told.add(process);
        } catch (NoSuchFileException goneOrNotShared) {
            told.add(process);
        } catch (IOException tooManyAtOnce) {
            LOG.trace("told in the next round: {}", process, tooManyAtOnce);
        }
    }

    private Set<String> processes() {
        Path children = proc.resolve(Path.of(postmaster, "task", postmaster, "children"));
        try {
            return Stream.of(Files.readString(children).split(" ", -1))
                    .filter(process -> !process.isBlank())
                    .collect(Collectors.toSet());
        } catch (IOException notTold) {
            LOG.trace("the kernel does not tell of PostgreSQL's processes", notTold);
            return Set.of();
        }
    }
}
