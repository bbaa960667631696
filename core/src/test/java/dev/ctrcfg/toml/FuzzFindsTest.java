// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

import dev.ctrcfg.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays what fuzzing found once. */
class FuzzFindsTest {

    static List<Path> parse() throws IOException {
        return files("fuzz/parse");
    }

    static List<Path> edit() throws IOException {
        return files("fuzz/edit");
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Shared.testdata(folder))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource
    void parse(Path file) throws IOException {
        FuzzTargets.parse(Files.readAllBytes(file));
    }

    @ParameterizedTest
    @MethodSource
    void edit(Path file) throws IOException {
        FuzzTargets.edit(Files.readAllBytes(file));
    }
}
