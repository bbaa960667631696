// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.testing.Shared;
import dev.ctrcfg.toml.TomlDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the migrations in {@code testdata/migrate}. */
class GoldenMigrationTest {

    private static final boolean UPDATE = Boolean.getBoolean("ctrcfg.testdata.update");

    @TestFactory
    Stream<DynamicTest> casesComeOutAsExpected() throws IOException {
        try (Stream<Path> folders = Files.list(Shared.testdata("migrate"))) {
            return folders.filter(Files::isDirectory).sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
        }
    }

    private static void check(Path folder) throws IOException {
        List<ConfigText> files = files(folder);
        Migration migration =
                Migrator.to(target(read(folder.resolve("to")).strip())).migrate(files);
        for (MigratedFile file : migration.files()) {
            String name = file.before().name();
            String expected = name.equals("input.toml") ? "expected.toml" : "expected-" + name;
            compare(folder.resolve(expected), file.document().text());
            assertThat(file.before().document().apply(file.edits())).isEqualTo(file.document());
        }
        compare(folder.resolve("notices.txt"), notices(migration));
    }

    private static List<ConfigText> files(Path folder) throws IOException {
        List<ConfigText> files = new ArrayList<>();
        files.add(text(folder.resolve("input.toml")));
        try (Stream<Path> others = Files.list(folder)) {
            others.filter(path -> path.getFileName().toString().startsWith("import"))
                    .sorted()
                    .forEach(path -> files.add(text(path)));
        }
        return files;
    }

    private static ConfigText text(Path file) {
        return new ConfigText(file.getFileName().toString(), TomlDocument.parse(read(file)));
    }

    static MigrationTarget target(String to) {
        String release = "containerd ";
        return to.startsWith(release)
                ? MigrationTarget.of(ContainerdRelease.parse(to.substring(release.length())))
                : MigrationTarget.of(ConfigVersion.of(Long.parseLong(to)).orElseThrow());
    }

    private static String notices(Migration migration) {
        StringBuilder out = new StringBuilder();
        for (Notice notice : migration.notices()) {
            out.append(notice).append('\n');
            notice.comments()
                    .forEach(comment -> out.append("  ").append(comment).append('\n'));
        }
        return out.toString();
    }

    private static void compare(Path file, String text) throws IOException {
        if (UPDATE) {
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(read(file));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
