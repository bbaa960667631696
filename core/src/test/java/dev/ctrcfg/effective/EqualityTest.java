// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ctrcfg.io.FileConfigSource;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.testing.Shared;
import dev.ctrcfg.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds what we say against what was recorded of eleven releases and Debian's builds. */
class EqualityTest {

    /** Cells that cannot be equal, and why. */
    private static final Map<String, String> EXPLAINED = Map.of(
            "i06-same-file-two-spellings ", "imports an absolute path of the machine it was recorded on",
            "m56-kata-doc-mixed-tables pure-2.3.4",
                    "two tables for one plugin: containerd leaves it to chance which counts");

    @ParameterizedTest
    @ValueSource(strings = {"migrate", "imports", "defaults-merge", "strictness"})
    void configDumpIsWhatWasRecorded(String group) throws IOException {
        Path folder = SharedData.path("containerd", group);
        Table table = new Table();
        try (Stream<Path> cases = Files.list(folder)) {
            for (Path one : cases.filter(Files::isDirectory).sorted().toList()) {
                compare(one, table);
            }
        }
        table.write(Path.of("target", "equality-" + group + ".txt"));
        Map<String, List<String>> differences = table.differences();
        differences.keySet().removeIf(cell -> EXPLAINED.keySet().stream().anyMatch(cell::startsWith));
        assertThat(differences).isEmpty();
    }

    private static void compare(Path folder, Table table) {
        JsonNode results = SharedData.json(folder.resolve("result.json"));
        results.properties().forEach(entry -> {
            String cell = entry.getKey();
            if (cell.equals("1.2.14")) {
                return; // has no config dump
            }
            ContainerdRelease release = ContainerdRelease.parse(cell.replace("pure-", ""));
            EffectiveConfig ours = load(release, folder);
            table.add(
                    folder.getFileName() + " " + cell, RecordedCase.differences(folder, cell, entry.getValue(), ours));
        });
    }

    static EffectiveConfig load(ContainerdRelease release, Path folder) {
        Path shared =
                Shared.require("containerd").resolve("..").toAbsolutePath().normalize();
        String name = Files.exists(folder.resolve("main.toml")) ? "main.toml" : "input.toml";
        String path = shared.relativize(folder.toAbsolutePath()) + "/" + name;
        return EffectiveConfig.load(release, new RecordedFiles(shared, folder.toAbsolutePath()), path);
    }

    /** The files of a case; it was run in its own folder, and paths below the top folder stand for absolute ones. */
    private record RecordedFiles(FileConfigSource top, FileConfigSource own) implements ConfigSource {

        RecordedFiles(Path top, Path own) {
            this(FileConfigSource.from(top), FileConfigSource.from(own));
        }

        private FileConfigSource of(String path) {
            return path.startsWith("containerd/") ? top : own;
        }

        @Override
        public byte[] read(String path) throws IOException {
            return of(path).read(path);
        }

        @Override
        public List<String> list(String directory) throws IOException {
            return of(directory).list(directory);
        }

        @Override
        public String workingDirectory() {
            return own.workingDirectory();
        }

        @Override
        public boolean isHost() {
            return true;
        }
    }

    /** Cells by their names, and what is different in each. */
    static final class Table {
        private final Map<String, List<String>> cells = new TreeMap<>();

        void add(String cell, List<String> differences) {
            cells.put(cell, differences);
        }

        Map<String, List<String>> differences() {
            Map<String, List<String>> different = new TreeMap<>(cells);
            different.values().removeIf(List::isEmpty);
            return different;
        }

        void write(Path file) throws IOException {
            StringBuilder out = new StringBuilder();
            cells.forEach((cell, differences) -> {
                out.append(cell)
                        .append(differences.isEmpty() ? " equal" : " DIFFERENT")
                        .append('\n');
                differences.forEach(
                        difference -> out.append("    ").append(difference).append('\n'));
            });
            Files.writeString(file, out.toString());
        }
    }
}
