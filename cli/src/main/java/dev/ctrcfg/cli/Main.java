// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The entry point of the process, and the only place that ends it. */
public final class Main {

    private Main() {}

    /**
     * Runs the command and exits with its exit code.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        PrintWriter out = writer(new FileOutputStream(FileDescriptor.out));
        PrintWriter err = writer(new FileOutputStream(FileDescriptor.err));
        int exitCode = ExitCode.TROUBLE;
        try {
            exitCode = Ctrcfg.run(new Console(System.in, out, err, true), args);
        } catch (OutOfMemoryError e) {
            err.print("ctrcfg: error: out of memory\n");
        } catch (LinkageError e) {
            err.print("ctrcfg: error: this installation is not complete: " + e + "\n");
        } finally {
            out.flush();
            err.flush();
            // An uncaught failure would end the process with 1, which says that something was found.
            // Nothing is registered to run at the end, and to exit would look for a logger to tell.
            Runtime.getRuntime().halt(exitCode);
        }
    }

    /** TOML is UTF-8 whatever the locale says, and so is all that is written. */
    static PrintWriter writer(FileOutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }
}
