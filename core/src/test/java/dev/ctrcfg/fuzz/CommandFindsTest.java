// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.fuzz;

import dev.ctrcfg.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays what fuzzing of the commands found once, and the documents that it starts from. */
class CommandFindsTest {

    static List<Path> patch() throws IOException {
        return files("fuzz/patch");
    }

    static List<Path> migrate() throws IOException {
        return files("fuzz/migrate");
    }

    static List<Path> load() throws IOException {
        return files("fuzz/load");
    }

    static List<Path> lint() throws IOException {
        return files("fuzz/lint");
    }

    static List<Path> diff() throws IOException {
        return files("fuzz/diff");
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Shared.testdata(folder))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource
    void patch(Path file) throws IOException {
        CommandTargets.patch(Files.readAllBytes(file));
    }

    @ParameterizedTest
    @MethodSource
    void migrate(Path file) throws IOException {
        CommandTargets.migrate(Files.readAllBytes(file));
    }

    @ParameterizedTest
    @MethodSource
    void load(Path file) throws IOException {
        CommandTargets.load(Files.readAllBytes(file));
    }

    @ParameterizedTest
    @MethodSource
    void lint(Path file) throws IOException {
        CommandTargets.lint(Files.readAllBytes(file));
    }

    @ParameterizedTest
    @MethodSource
    void diff(Path file) throws IOException {
        CommandTargets.diff(Files.readAllBytes(file));
    }
}
