// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.fuzz;

import dev.ctrcfg.testing.Shared;
import dev.ctrcfg.toml.FuzzTargets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Replays what fuzzing found once, and the documents that it starts from: each folder belongs to a target. */
class FuzzFindsTest {

    private static final Map<String, Consumer<byte[]>> TARGETS = Map.of(
            "parse", FuzzTargets::parse,
            "edit", FuzzTargets::edit,
            "patch", CommandTargets::patch,
            "migrate", CommandTargets::migrate,
            "load", CommandTargets::load,
            "lint", CommandTargets::lint,
            "diff", CommandTargets::diff);

    static List<Arguments> files() throws IOException {
        List<Arguments> files = new ArrayList<>();
        for (Path folder : list(Shared.testdata("fuzz"))) {
            for (Path file : list(folder)) {
                files.add(Arguments.of(String.valueOf(folder.getFileName()), file));
            }
        }
        return files;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void holdsForWhatOnceBrokeIt(String target, Path file) throws IOException {
        Objects.requireNonNull(TARGETS.get(target), target).accept(Files.readAllBytes(file));
    }
}
