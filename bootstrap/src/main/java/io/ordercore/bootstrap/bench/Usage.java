package io.ordercore.bootstrap.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What processes have used so far, from Linux's {@code /proc}.
 *
 * @param cpuMillis of the process and of those it started, ended or not
 * @param residentMegabytes of the process itself
 */
record Usage(long cpuMillis, long residentMegabytes) {
    private static final int MILLIS_PER_TICK = 10;
    private static final int USER_TICKS = 11;
    private static final int PAGES_PER_MEGABYTE = 256;

    static Usage of(ProcessHandle process) {
        long ticks = ticks(process.pid())
                + process.descendants().mapToLong(child -> ticks(child.pid())).sum();
        return new Usage(ticks * MILLIS_PER_TICK, residentMegabytes(process.pid()));
    }

    private static long ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Long.parseLong(fields[USER_TICKS])
                    + Long.parseLong(fields[USER_TICKS + 1])
                    + Long.parseLong(fields[USER_TICKS + 2])
                    + Long.parseLong(fields[USER_TICKS + 3]);
        } catch (IOException gone) {
            return 0;
        }
    }

    private static long residentMegabytes(long pid) {
        try {
            String[] pages = Files.readString(Path.of("/proc", Long.toString(pid), "statm"))
                    .split(" ", -1);
            return Long.parseLong(pages[1]) / PAGES_PER_MEGABYTE;
        } catch (IOException gone) {
            return 0;
        }
    }
}
