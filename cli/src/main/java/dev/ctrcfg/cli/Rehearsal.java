// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs many command lines in one process, while the JVM writes down which classes it takes: the archive of the runtime
 * image is made from that. Not a command; the build starts it.
 */
final class Rehearsal {

    private static final String NOWHERE = "/dev/null";

    private Rehearsal() {}

    /**
     * Runs the command line of each folder.
     *
     * @param args one directory; the folders in it hold a file {@code args} with an argument a line, and {@code stdin}
     * @throws IOException if they cannot be read
     */
    public static void main(String[] args) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(Path.of(args[0]))) {
            for (Path folder : folders) {
                run(folder);
            }
        }
    }

    private static void run(Path folder) throws IOException {
        List<String> line = Files.readAllLines(folder.resolve("args"));
        try (InputStream in = Files.newInputStream(folder.resolve("stdin"));
                FileOutputStream out = new FileOutputStream(NOWHERE);
                FileOutputStream err = new FileOutputStream(NOWHERE)) {
            PrintWriter results = Main.writer(out);
            Ctrcfg.run(new Console(in, results, Main.writer(err), true), line.toArray(new String[0]));
        }
    }
}
