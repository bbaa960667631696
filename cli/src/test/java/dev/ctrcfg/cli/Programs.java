// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs other programs, never for longer than a minute. */
final class Programs {
    private static final long LIMIT_SECONDS = 60;

    private Programs() {}

    /** {@return the class path under which another process finds all classes of this one} */
    static String classPath() {
        String modules = System.getProperty("jdk.module.path", "");
        return String.join(
                ":", "target/test-classes", "target/classes", System.getProperty("java.class.path"), modules);
    }

    /** {@return the standard output of the command, which has to succeed} */
    static String run(String... command) throws IOException, InterruptedException {
        Result result = execute(command);
        assertThat(result.exitCode())
                .as(() -> List.of(command) + "\n" + result.err())
                .isZero();
        return result.out();
    }

    /** {@return whether the command exits with 0} */
    static boolean succeeds(String... command) throws IOException, InterruptedException {
        return execute(command).exitCode() == 0;
    }

    /** {@return what became of the command} */
    static Result execute(String... command) throws IOException, InterruptedException {
        // Files rather than pipes: nobody has to read while the program runs.
        Path out = Files.createTempFile("ctrcfg-", ".out");
        Path err = Files.createTempFile("ctrcfg-", ".err");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            assertThat(ended).as(() -> List.of(command) + " ends").isTrue();
            return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** What a program left: its exit code and its two outputs. */
    record Result(int exitCode, String out, String err) {}
}
