// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;

/**
 * Measures how the time to read a document grows with its size: CPU time of the thread, best of several, and the slope of
 * the line through these on logarithmic scales. Arguments: names of libraries; all if there are none.
 */
public final class Slope {

    private static final int[] SIZES = {100_000, 300_000, 1_000_000, 5_000_000, 20_000_000};
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Slope() {}

    /**
     * Prints a line for each library.
     *
     * @param names the libraries
     */
    public static void main(String[] names) {
        for (Library library : Library.values()) {
            if (names.length == 0 || java.util.List.of(names).contains(library.name())) {
                measure(library);
            }
        }
    }

    private static void measure(Library library) {
        StringBuilder line = new StringBuilder(library.name());
        warmUp(library);
        double[] x = new double[SIZES.length];
        double[] y = new double[SIZES.length];
        for (int i = 0; i < SIZES.length; i++) {
            byte[] utf8 = Documents.synthetic(SIZES[i]);
            long best = best(library, utf8);
            x[i] = Math.log(utf8.length);
            y[i] = Math.log(best);
            line.append(String.format(Locale.ROOT, "  %d: %.0f MB/s", SIZES[i], utf8.length * 1e3 / best));
        }
        System.out.println(line.append(String.format(Locale.ROOT, "  slope %.3f", slope(x, y))));
    }

    private static void warmUp(Library library) {
        byte[] utf8 = Documents.synthetic(SIZES[0]);
        long end = System.nanoTime() + 3_000_000_000L;
        while (System.nanoTime() < end) {
            library.parse(utf8);
        }
    }

    private static long best(Library library, byte[] utf8) {
        long best = Long.MAX_VALUE;
        long end = System.nanoTime() + 4_000_000_000L;
        for (int round = 0; round < 5 || System.nanoTime() < end && round < 2000; round++) {
            long start = THREADS.getCurrentThreadCpuTime();
            library.parse(utf8);
            best = Math.min(best, THREADS.getCurrentThreadCpuTime() - start);
        }
        return best;
    }

    private static double slope(double[] x, double[] y) {
        double meanX = java.util.Arrays.stream(x).average().orElseThrow();
        double meanY = java.util.Arrays.stream(y).average().orElseThrow();
        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < x.length; i++) {
            covariance += (x[i] - meanX) * (y[i] - meanY);
            variance += (x[i] - meanX) * (x[i] - meanX);
        }
        return covariance / variance;
    }
}
