// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeySchemaTest {

    private static KeySchema schema(String release) {
        return KeySchema.of(ContainerdRelease.parse(release));
    }

    private static Optional<SchemaKey> cri(String release, String key) {
        ContainerdRelease parsed = ContainerdRelease.parse(release);
        return KeySchema.of(parsed).key(parsed.runtimesPluginId(), Key.parse(key));
    }

    @Test
    void knowsTypeDefaultAndDeprecation() {
        SchemaKey key = cri("2.3", "cni.bin_dir").orElseThrow();

        assertThat(key.type()).isEqualTo(KeyType.parse("string"));
        assertThat(key.defaultValue()).contains(TomlValue.of(""));
        assertThat(key.deprecation()).isEqualTo(KeyDeprecation.DEPRECATED);
        assertThat(key.name()).isEqualTo("bin_dir");
        assertThat(cri("2.0", "cni.bin_dir").orElseThrow().defaultValue()).contains(TomlValue.of("/opt/cni/bin"));
    }

    @Test
    void takesAnyNameWhereTheFileChoosesNames() {
        SchemaKey key =
                cri("1.7", "containerd.runtimes.\"kata.x\".runtime_type").orElseThrow();

        assertThat(key.path()).isEqualTo("containerd.runtimes.*.runtime_type");
        assertThat(key.defaultValue()).isEmpty();
        assertThat(cri("1.7", "containerd.runtimes.kata").orElseThrow().type()).hasToString("table");
        assertThat(cri("1.7", "containerd.runtimes").orElseThrow().type()).hasToString("map<table>");
    }

    @Test
    void findsAnythingInTablesThatAreNotLookedInto() {
        assertThat(cri("1.7", "containerd.runtimes.runc.options.Anything.deeper")
                        .orElseThrow()
                        .type()
                        .kind())
                .isEqualTo(KeyType.Kind.ANY);
    }

    @Test
    void looksIntoArraysAndMapsOfScalars() {
        assertThat(cri("1.7", "containerd.runtimes.runc.pod_annotations[0]")
                        .orElseThrow()
                        .type())
                .hasToString("string");
        assertThat(cri("1.7", "registry.headers.X-Meta[1]").orElseThrow().type())
                .hasToString("string");
        assertThat(cri("1.7", "containerd.runtimes[0]")).isEmpty();
        assertThat(cri("1.7", "sandbox_image.x")).isEmpty();
    }

    @Test
    void looksIntoArraysOfTables() {
        SchemaKey key = schema("2.1")
                .key("io.containerd.transfer.v1.local", Key.parse("unpack_config[3].snapshotter"))
                .orElseThrow();

        assertThat(key.path()).isEqualTo("unpack_config[].snapshotter");
    }

    @Test
    void followsTheSpellingRuleOfTheRelease() {
        assertThat(cri("1.4", "containerd.runtimes.runc.Runtime_Type")).isPresent();
        assertThat(cri("1.7", "containerd.runtimes.runc.Runtime_Type")).isEmpty();
        assertThat(cri("1.7", "containerd.runtimes.runc.RUNTIME_TYPE")).isPresent();
        assertThat(cri("2.1", "containerd.runtimes.runc.Runtime_Type")).isPresent();
    }

    @Test
    void doesNotKnowWhatTheReleaseDoesNotHave() {
        assertThat(cri("1.5", "containerd.runtimes.runc.runtime_path")).isEmpty();
        assertThat(cri("1.6", "containerd.runtimes.runc.runtime_path")).isPresent();
        assertThat(cri("1.7", "containerd.runtimes.runc.sandbox_mode")).isPresent();
        assertThat(cri("2.0", "containerd.runtimes.runc.sandbox_mode")).isEmpty();
        assertThat(cri("2.2.6", "enable_criu")).isEmpty();
        assertThat(cri("2.2.7", "enable_criu")).isPresent();
        assertThat(cri("2.1", "no_such_key")).isEmpty();
        assertThat(schema("2.1").section("io.containerd.none.v1.none")).isEmpty();
    }

    @Test
    void findsSettingsByTheirKeyInTheFile() {
        Key byUri = Key.parse("plugins.\"io.containerd.grpc.v1.cri\".cni.conf_dir");
        Key byName = Key.parse("plugins.cri.cni.conf_dir");

        assertThat(schema("1.7").find(ConfigVersion.V2, byUri)).isPresent();
        assertThat(schema("1.7").find(ConfigVersion.V1, byUri)).isEmpty();
        assertThat(schema("1.7").find(ConfigVersion.V1, byName)).isPresent();
        assertThat(schema("1.7").find(ConfigVersion.V2, byName)).isEmpty();
        assertThat(schema("2.1").find(ConfigVersion.V3, Key.parse("grpc.address")))
                .isPresent();
        assertThat(schema("2.1").find(ConfigVersion.V3, Key.parse("grpc.bogus")))
                .isEmpty();
    }

    @Test
    void renamesTablesOfVersionOneAsTheReleaseDoes() {
        assertThat(schema("1.7")
                        .plugin(ConfigVersion.V1, "restart")
                        .orElseThrow()
                        .id())
                .isEqualTo(PluginIds.RESTART_OLD);
        assertThat(schema("2.1").plugin(ConfigVersion.V1, "restart")).isEmpty();
        assertThat(schema("2.1").plugin(ConfigVersion.V1, "cri").orElseThrow().id())
                .isEqualTo(PluginIds.CRI);
    }

    @ParameterizedTest
    @CsvSource({
        "containerd.runtimes.*.runtime_path, 1.6.0, 2.0",
        "drain_exec_sync_io_timeout, 1.6.29, 2.0",
        "sandbox_image, 1.2.0, 2.0",
        "disable_proc_mount, 1.2.8, 2.0",
        "stream_server_address, 1.2.0, ''"
    })
    void tellsSinceAndUntilWhen(String path, String since, String removedIn) {
        KeyHistory history = KeySchema.history(PluginIds.CRI, path).orElseThrow();

        assertThat(history.since()).hasToString(since);
        assertThat(history.removedIn().map(ReleaseLine::toString).orElse("")).isEqualTo(removedIn);
    }

    @Test
    void tellsTheFirstReleaseOfALine() {
        KeySchema schema = schema("1.7.34");
        SchemaKey late =
                schema.key(PluginIds.CRI, Key.of("image_pull_with_sync_fs")).orElseThrow();

        assertThat(schema.firstOfLine(late).orElseThrow()).hasToString("1.7.14");
        assertThat(schema("1.6").firstOfLine(late)).isEmpty();
    }

    @Test
    void hasNoHistoryOfWhatNeverWas() {
        assertThat(KeySchema.history(PluginIds.CRI, "bogus")).isEmpty();
        assertThat(KeySchema.history("bogus", "bogus")).isEmpty();
        assertThat(KeySchema.history(PluginIds.CRI_RUNTIME, "containerd.runtimes.*.disable_pause_image_pull")
                        .orElseThrow()
                        .since())
                .hasToString("2.4.0-beta.0");
    }

    @Test
    void namesTablesByVersion() {
        SchemaSection section = schema("1.7").section(PluginIds.CRI).orElseThrow();

        assertThat(section.tableName(ConfigVersion.V1)).isEqualTo("cri");
        assertThat(section.tableName(ConfigVersion.V2)).isEqualTo(PluginIds.CRI);
        assertThat(SchemaSection.shortId("io.containerd.monitor.container.v1.restart"))
                .isEqualTo("restart");
    }

    @Test
    void describesEverySettingButThoseOfOtherPlugins() {
        for (ReleaseLine line : ReleaseLine.values()) {
            KeySchema schema = KeySchema.of(line.newest());
            List<String> ids = new ArrayList<>(line.newest().criPluginIds());
            ids.addAll(List.of(KeySchema.TOP_LEVEL, "options:runc"));
            ids.addAll(line == ReleaseLine.V1_2 ? List.of() : List.of("options:generic"));
            for (String id : ids) {
                for (SchemaKey key : schema.section(id).orElseThrow().keys()) {
                    assertThat(KeySchema.describe(key))
                            .as("%s %s in %s", id, key.path(), line)
                            .hasValueSatisfying(text -> assertThat(text).endsWith("."));
                }
            }
        }
    }
}
