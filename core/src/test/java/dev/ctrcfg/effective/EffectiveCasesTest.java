// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.io.FileConfigSource;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.testing.Shared;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * This repository's own cases: for each release what becomes of the daemon and of {@code config dump}, every value that
 * is not a default with the place it comes from, and every remark.
 */
class EffectiveCasesTest {

    @TestFactory
    Stream<DynamicTest> releaseMakesOfItWhatTheCaseSays() throws IOException {
        Path cases = Shared.testdata("effective");
        try (Stream<Path> files = Files.walk(cases)) {
            List<Path> expected = files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
            return expected.stream()
                    .map(file -> DynamicTest.dynamicTest(cases.relativize(file).toString(), () -> check(file)));
        }
    }

    private static void check(Path expected) throws IOException {
        String name = expected.getFileName().toString();
        ContainerdRelease release = ContainerdRelease.parse(name.substring(0, name.length() - ".txt".length()));
        FileConfigSource files = FileConfigSource.from(expected.resolve(".."));
        String described = describe(EffectiveConfig.load(release, files, "config.toml"));
        if (Boolean.getBoolean("ctrcfg.testdata.update")) {
            Files.writeString(expected, described);
        }
        assertThat(described).isEqualTo(Files.readString(expected));
    }

    private static String describe(EffectiveConfig config) {
        StringBuilder out = new StringBuilder();
        out.append("daemon: ").append(config.verdict().outcome()).append('\n');
        out.append("config dump: ").append(config.dumpVerdict().outcome()).append('\n');
        for (SourceFile file : config.files()) {
            out.append("file: ").append(file.path()).append('\n');
        }
        describe(config, Key.ROOT, config.root(), out);
        for (Remark remark : config.verdict().remarks()) {
            out.append("remark: ")
                    .append(remark.effect())
                    .append(" [")
                    .append(remark.id().orElseThrow())
                    .append("] ");
            out.append(remark).append('\n');
        }
        return out.toString();
    }

    private static void describe(EffectiveConfig config, Key at, TomlTable table, StringBuilder out) {
        table.entries().forEach((name, value) -> {
            Key key = at.child(name);
            if (value instanceof TomlTable inner && !inner.isEmpty()) {
                describe(config, key, inner, out);
            } else {
                describe(config.origin(key).orElseThrow(), key, value, out);
            }
        });
    }

    private static void describe(Origin origin, Key key, TomlValue value, StringBuilder out) {
        if (origin instanceof Origin.InFile file) {
            out.append(key)
                    .append(" = ")
                    .append(value.toToml())
                    .append(" at ")
                    .append(file.place())
                    .append('\n');
        } else if (origin instanceof Origin.Migrated moved) {
            out.append(key)
                    .append(" = ")
                    .append(value.toToml())
                    .append(" from ")
                    .append(moved.from().written());
            out.append(" at ").append(moved.from().place()).append('\n');
        }
    }
}
