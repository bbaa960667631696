// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;

/**
 * Measures the first edit of a fresh process: CPU time of the thread for reading containerd's default configuration,
 * setting one key and writing the text. Argument: the name of a library; run one process for each measurement.
 */
public final class Cold {

    private Cold() {}

    /**
     * Prints the time.
     *
     * @param names the library
     */
    public static void main(String[] names) {
        byte[] utf8 = Documents.of("containerd");
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Library library = Library.valueOf(names[0]);
        long wall = System.nanoTime();
        long cpu = threads.getCurrentThreadCpuTime();
        int length = library.edit(utf8).length();
        long usedCpu = threads.getCurrentThreadCpuTime() - cpu;
        long usedWall = System.nanoTime() - wall;
        System.out.printf(
                Locale.ROOT, "%s: CPU %.1f ms, wall %.1f ms (%d)%n", library, usedCpu / 1e6, usedWall / 1e6, length);
    }
}
