// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs other programs, and never waits for them for ever. */
final class ExternalProgram {

    /** More than this of what a program prints is of no use to anybody. */
    private static final int MAX_OUTPUT = 1 << 20;

    private ExternalProgram() {}

    /**
     * What became of a program.
     *
     * @param exitCode its exit code; -1 if it ran out of time
     * @param output what it printed, errors included
     */
    record Result(int exitCode, String output) {

        boolean succeeded() {
            return exitCode == 0;
        }

        /** {@return the last line that it printed, which is where errors are; its exit code if it printed nothing} */
        String complaint() {
            String text = output.strip();
            if (text.isEmpty()) {
                return exitCode < 0 ? "it ran out of time" : "it exited with " + exitCode;
            }
            return text.substring(text.lastIndexOf('\n') + 1).strip();
        }
    }

    /** {@return what became of a program that was given some time} */
    static Result run(Duration limit, List<String> command) throws IOException {
        Path output = Files.createTempFile("ctrcfg-", ".out");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = await(process, limit);
            String text = read(output);
            return new Result(ended ? process.exitValue() : -1, text);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static boolean await(Process process, Duration limit) throws IOException {
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        return false;
    }

    private static String read(Path output) throws IOException {
        try (InputStream in = Files.newInputStream(output)) {
            return new String(in.readNBytes(MAX_OUTPUT), StandardCharsets.UTF_8);
        }
    }

    /** {@return where a program is, by the search path of this process} */
    static Optional<String> find(String name) {
        String path = System.getenv("PATH");
        for (String folder : (path == null ? "" : path).split(":", -1)) {
            Path program = Path.of(folder, name);
            if (!folder.isEmpty() && Files.isExecutable(program) && !Files.isDirectory(program)) {
                return Optional.of(program.toString());
            }
        }
        return Optional.empty();
    }
}
