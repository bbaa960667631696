// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The streams of a command.
 *
 * @param in what {@code -} stands for as an input
 * @param out where results go
 * @param err where everything else goes
 * @param ofProcess whether these are the streams that the process was started with
 */
record Console(InputStream in, PrintWriter out, PrintWriter err, boolean ofProcess) {

    /** {@return whether results are read on a terminal whose user has nothing against colours} */
    boolean takesColor() {
        String refusal = System.getenv("NO_COLOR");
        return isOnTerminal() && (refusal == null || refusal.isEmpty());
    }

    /** {@return whether results are read on a terminal} */
    boolean isOnTerminal() {
        return ofProcess && isTerminal(1);
    }

    /** {@return whether there is a terminal to show how far the work has got} */
    boolean showsProgress() {
        return ofProcess && isTerminal(2);
    }

    /** Asks the kernel: the JDK's own way answers otherwise from release to release. */
    private static boolean isTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }
}
