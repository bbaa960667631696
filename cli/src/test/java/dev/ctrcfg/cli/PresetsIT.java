// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.merge.Preset;
import dev.ctrcfg.testing.Shared;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every preset in one file, which a real containerd then starts with. */
class PresetsIT {

    /** Two presets have the same handler. */
    private static final Map<String, String> OTHER_HANDLER = Map.of("crun-wasm", "crun-wasm");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void criStartsWithThePresetsInTheDefaultFile(Containerd containerd) throws Exception {
        assertStarts(containerd, Files.readString(containerd.defaultConfig()));
    }

    @ParameterizedTest
    @EnumSource
    void criStartsWithThePresetsInAFileOfVersionTwo(Containerd containerd) throws Exception {
        assertStarts(containerd, "version = 2\n");
    }

    @ParameterizedTest
    @EnumSource(names = "V2_1")
    void criStartsWithThePresetsInTheDefaultFileOfAnOlderContainerd(Containerd containerd) throws Exception {
        assertStarts(containerd, Files.readString(Containerd.V1_7.defaultConfig()));
    }

    @ParameterizedTest
    @EnumSource(names = {"V1_6", "V1_7"})
    void criStartsWithThePresetsInAFileOfVersionOne(Containerd containerd) throws Exception {
        assertStarts(containerd, "# no version\n[plugins.cri]\n  enable_selinux = false\n");
    }

    @ParameterizedTest
    @EnumSource(names = "V2_1")
    void presetsAreRefusedWhereTheSettingsOfAFileOfVersionOneAreDropped(Containerd containerd) throws Exception {
        Path config = write("version = 1\n");
        for (String preset : Preset.names()) {
            boolean ofCri = !preset.equals("firecracker-devmapper");
            Outcome outcome = patch(containerd, config, preset);

            assertThat(outcome.exitCode()).as(preset).isEqualTo(ofCri ? ExitCode.TROUBLE : ExitCode.OK);
            assertThat(outcome.err().contains("drops the CRI settings of a file of version 1"))
                    .as(outcome.err())
                    .isEqualTo(ofCri);
        }
    }

    private void assertStarts(Containerd containerd, String before) throws Exception {
        containerd.requireInstalled();
        Path config = write(before);
        Map<String, String> runtimes = new LinkedHashMap<>();
        for (String name : Preset.names()) {
            runtimes.putAll(apply(containerd, config, name));
        }

        try (ContainerdDaemon daemon = ContainerdDaemon.start(containerd, config)) {
            assertThat(daemon.pluginStatus(containerd.criPlugin())).contains("ok");
            runtimes.put("runc", "io.containerd.runc.v2");
            for (Map.Entry<String, String> runtime : runtimes.entrySet()) {
                assertThat(daemon.criRuntime(runtime.getKey()).orElseThrow().type())
                        .isEqualTo(runtime.getValue());
            }
        }
    }

    /** Applies a preset, without a snapshotter if the release has none for runtimes; the types of its runtimes by name. */
    private Map<String, String> apply(Containerd containerd, Path config, String name) throws IOException {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (OTHER_HANDLER.containsKey(name)) {
            parameters.put("handler", OTHER_HANDLER.get(name));
        }
        Outcome outcome = patch(containerd, config, argument(name, parameters));
        if (outcome.exitCode() != ExitCode.OK) {
            assertThat(outcome.err()).contains(".snapshotter has no effect in containerd 1.6");
            parameters.put("snapshotter", "");
            outcome = patch(containerd, config, argument(name, parameters));
        }
        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(ExitCode.OK);
        return runtimes(Preset.builtIn(name).orElseThrow().fragment(parameters));
    }

    private static String argument(String name, Map<String, String> parameters) {
        StringBuilder argument = new StringBuilder(name);
        parameters.forEach(
                (key, value) -> argument.append(',').append(key).append('=').append(value));
        return argument.toString();
    }

    private static Map<String, String> runtimes(TomlTable fragment) {
        Map<String, String> types = new LinkedHashMap<>();
        if (fragment.entries().get("runtimes") instanceof TomlTable runtimes) {
            for (String name : runtimes.entries().keySet()) {
                TomlString type =
                        (TomlString) runtimes.find(Key.of(name, "runtime_type")).orElseThrow();
                types.put(name, type.value());
            }
        }
        return types;
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("config.toml"), text);
    }

    private record Outcome(int exitCode, String err) {}

    private static Outcome patch(Containerd containerd, Path config, String preset) {
        StringWriter err = new StringWriter();
        int exitCode = Ctrcfg.run(
                InputStream.nullInputStream(),
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                "patch",
                config.toString(),
                "--preset",
                preset,
                "--containerd",
                Shared.testdata("config")
                        .relativize(containerd.defaultConfig())
                        .getName(0)
                        .toString()
                        .substring("containerd-".length()));
        return new Outcome(exitCode, err.toString());
    }
}
