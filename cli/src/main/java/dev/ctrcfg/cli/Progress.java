// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicInteger;

/** A line on the terminal that tells how far a long run has got. */
final class Progress {

    private static final long PAUSE_NANOS = 200_000_000L;

    private final PrintWriter err;
    private final int total;
    private final boolean visible;
    private final long start = System.nanoTime();
    private final AtomicInteger done = new AtomicInteger();
    private volatile long shown = start;

    Progress(Console console, int total) {
        this.err = console.err();
        this.total = total;
        this.visible = total > 1 && console.showsProgress();
    }

    /** Whether there is a terminal to tell. */
    boolean isVisible() {
        return visible;
    }

    void step() {
        int count = done.incrementAndGet();
        long now = System.nanoTime();
        if (visible && now - shown > PAUSE_NANOS) {
            shown = now;
            err.print("\r" + count + " of " + total + " files");
            err.flush();
        }
    }

    /** Takes the line away. */
    void end() {
        if (shown != start) {
            err.print("\r" + " ".repeat(40) + "\r");
            err.flush();
        }
    }
}
