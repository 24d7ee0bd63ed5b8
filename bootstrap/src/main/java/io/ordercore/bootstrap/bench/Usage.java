package io.ordercore.bootstrap.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What processes have used so far, from Linux's {@code /proc}.
 *
 * @param cpuMillis of the process and of those it started, ended or not
 * @param compilerMillis of the process's own just-in-time compiler, as far as its threads live
 * @param residentMegabytes of the process itself
 */
record Usage(long cpuMillis, long compilerMillis, long residentMegabytes) {
    private static final Pattern COMPILER = Pattern.compile("C[12] Compiler");
    private static final int MILLIS_PER_TICK = 10;
    private static final int USER_TICKS = 11;
    private static final int PAGES_PER_MEGABYTE = 256;

    static Usage of(ProcessHandle process) {
        Path own = Path.of("/proc", Long.toString(process.pid()));
        long ticks = ticks(own)
                + process.descendants()
                        .mapToLong(child -> ticks(Path.of("/proc", Long.toString(child.pid()))))
                        .sum();
        return new Usage(ticks * MILLIS_PER_TICK, compilerTicks(own) * MILLIS_PER_TICK, residentMegabytes(own));
    }

    private static long compilerTicks(Path process) {
        try (Stream<Path> threads = Files.list(process.resolve("task"))) {
            return threads.filter(Usage::isCompiler).mapToLong(Usage::ticks).sum();
        } catch (IOException gone) {
            return 0;
        }
    }

    private static boolean isCompiler(Path thread) {
        try {
            return COMPILER.matcher(Files.readString(thread.resolve("comm"))).lookingAt();
        } catch (IOException gone) {
            return false;
        }
    }

    private static long ticks(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Long.parseLong(fields[USER_TICKS])
                    + Long.parseLong(fields[USER_TICKS + 1])
                    + Long.parseLong(fields[USER_TICKS + 2])
                    + Long.parseLong(fields[USER_TICKS + 3]);
        } catch (IOException gone) {
            return 0;
        }
    }

    private static long residentMegabytes(Path process) {
        try {
            String[] pages = Files.readString(process.resolve("statm")).split(" ", -1);
            return Long.parseLong(pages[1]) / PAGES_PER_MEGABYTE;
        } catch (IOException gone) {
            return 0;
        }
    }
}
