// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.DefaultConfig;
import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.release.KeyType;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.release.SchemaKey;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigReaderTest {

    private static final String VERSION_1 = """
            [grpc]
            address = "/run/c.sock"
            [plugins.cri]
            sandbox_image = "pause:1"
            stream_server_port = "7000"
            stats_collect_period = 20
            [plugins.cri.containerd]
            snapshotter = "native"
            default_runtime_name = "kata"
            [plugins.cri.containerd.runtimes.kata]
            runtime_type = "io.containerd.kata.v2"
            pod_annotations = ["io.katacontainers.*"]
            sandbox_mode = "shim"
            [plugins.cri.containerd.runtimes.kata.options]
            ConfigPath = "/etc/kata.toml"
            [plugins.cri.registry.mirrors."docker.io"]
            endpoint = ["https://m.example.com"]
            """;

    private static final String VERSION_2 =
            "version = 2\n" + VERSION_1.replace("plugins.cri", "plugins.\"io.containerd.grpc.v1.cri\"");

    private static final String VERSION_3 = """
            version = 3
            [grpc]
            address = "/run/c.sock"
            [plugins."io.containerd.grpc.v1.cri"]
            stream_server_port = "7000"
            [plugins."io.containerd.cri.v1.images"]
            snapshotter = "native"
            stats_collect_period = 20
            pinned_images.sandbox = "pause:1"
            [plugins."io.containerd.cri.v1.images".registry.mirrors."docker.io"]
            endpoint = ["https://m.example.com"]
            [plugins."io.containerd.cri.v1.runtime".containerd]
            default_runtime_name = "kata"
            [plugins."io.containerd.cri.v1.runtime".containerd.runtimes.kata]
            runtime_type = "io.containerd.kata.v2"
            pod_annotations = ["io.katacontainers.*"]
            sandboxer = "shim"
            options = { ConfigPath = "/etc/kata.toml" }
            """;

    private static final String VERSION_4 = VERSION_3
            .replace("version = 3", "version = 4")
            .replace("[grpc]", "[plugins.\"io.containerd.server.v1.grpc\"]");

    private static List<String> versions() {
        return List.of(VERSION_1, VERSION_2, VERSION_3, VERSION_4);
    }

    private static ConfigReader reader(String toml) {
        return ConfigReader.of(TomlDocument.parse(toml).root());
    }

    private static Key key(String dotted) {
        return Key.parse(dotted);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void readsEveryVersionIntoTheSameRecords(String toml) {
        ConfigReader reader = reader(toml);
        ContainerdConfig config = reader.config();

        assertThat(config.grpc().address()).contains("/run/c.sock");
        assertThat(config.cri().defaultRuntimeName()).contains("kata");
        assertThat(config.cri().images().snapshotter()).contains("native");
        assertThat(config.cri().images().sandboxImage()).contains("pause:1");
        assertThat(config.cri().images().pinnedImages()).isEmpty();
        assertThat(config.cri().images().statsCollectPeriod()).contains(20L);
        assertThat(config.cri().images().registry().mirrors())
                .isEqualTo(Map.of("docker.io", new Mirror(List.of("https://m.example.com"), TomlTable.EMPTY)));
        assertThat(config.cri().streamingServer().streamServerPort()).contains("7000");
        Runtime kata = requireNonNull(config.cri().runtimes().get("kata"));
        assertThat(kata.runtimeType()).contains("io.containerd.kata.v2");
        assertThat(kata.sandboxer()).contains("shim");
        assertThat(kata.podAnnotations()).containsExactly("io.katacontainers.*");
        assertThat(kata.options().orElseThrow().configPath()).contains("/etc/kata.toml");
        assertThat(kata.privilegedWithoutHostDevices()).isEmpty();
        assertThat(reader.unknownKeys()).isEmpty();
        assertThat(reader.misfits()).isEmpty();
    }

    @Test
    void saysWhereASettingIsWritten() {
        assertThat(reader(VERSION_1).keyOf(key("sandbox_image"))).contains(key("plugins.cri.sandbox_image"));
        assertThat(reader(VERSION_3).keyOf(key("sandbox_image")))
                .contains(key("plugins.\"io.containerd.cri.v1.images\".pinned_images.sandbox"));
        assertThat(reader(VERSION_2).keyOf(key("runtimes.kata.sandbox_mode")))
                .isEqualTo(reader(VERSION_2).keyOf(key("containerd.runtimes.kata.sandboxer")))
                .contains(key("plugins.\"io.containerd.grpc.v1.cri\".containerd.runtimes.kata.sandbox_mode"));
        assertThat(reader(VERSION_4).keyOf(key("grpc.address")))
                .contains(key("plugins.\"io.containerd.server.v1.grpc\".address"));
        assertThat(reader(VERSION_4).keyOf(key("grpc.uid"))).isEmpty();
        assertThat(reader(VERSION_4).keyOf(Key.ROOT)).isEmpty();
    }

    @Test
    void keepsUnknownKeysInTheRecordTheyBelongTo() {
        ConfigReader reader = reader("""
                version = 2
                bogus = 1
                [plugins."io.containerd.grpc.v1.cri"]
                extra = true
                [plugins."io.containerd.grpc.v1.cri".containerd]
                more = {}
                [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.kata]
                runtimetype = "x"
                [plugins."io.containerd.gc.v1.scheduler"]
                pause = 1
                [plugins."com.example.v1.x"]
                anything = 1
                """);
        ContainerdConfig config = reader.config();

        assertThat(config.unknown()).isEqualTo(TomlValue.parse("{ bogus = 1 }"));
        assertThat(config.cri().unknown()).isEqualTo(TomlValue.parse("{ extra = true, more = {} }"));
        assertThat(requireNonNull(config.cri().runtimes().get("kata")).unknown())
                .isEqualTo(TomlValue.parse("{ runtimetype = 'x' }"));
        assertThat(config.plugins().get("com.example.v1.x")).isEqualTo(TomlValue.parse("{ anything = 1 }"));
        assertThat(reader.unknownKeys())
                .containsExactly(
                        key("bogus"),
                        key("plugins.\"io.containerd.grpc.v1.cri\".extra"),
                        key("plugins.\"io.containerd.grpc.v1.cri\".containerd.more"),
                        key("plugins.\"io.containerd.grpc.v1.cri\".containerd.runtimes.kata.runtimetype"),
                        key("plugins.\"io.containerd.gc.v1.scheduler\".pause"));
    }

    @Test
    void leavesOutValuesOfTheWrongType() {
        ConfigReader reader = reader("""
                version = 3
                root = 5
                imports = ["a", 1]
                plugins."io.containerd.cri.v1.runtime".containerd.runtimes.kata = "io.containerd.kata.v2"
                plugins."io.containerd.cri.v1.images".registry = []
                """);

        assertThat(reader.misfits())
                .extracting(Misfit::key)
                .containsExactly(
                        key("root"),
                        key("imports"),
                        key("plugins.\"io.containerd.cri.v1.runtime\".containerd.runtimes.kata"),
                        key("plugins.\"io.containerd.cri.v1.images\".registry"));
        assertThat(reader.misfits().get(0).expected().kind()).isEqualTo(KeyType.Kind.STRING);
        assertThat(reader.config().root()).isEmpty();
        assertThat(reader.config().cri().runtimes()).isEmpty();
    }

    @Test
    void takesWholeNumbersForFloatsSinceTwoZero() {
        TomlTable config =
                TomlDocument.parse("[plugins.scheduler]\npause_threshold = 3\n").root();

        assertThat(ConfigReader.of(config, ContainerdRelease.parse("1.7")).misfits())
                .hasSize(1);
        assertThat(ConfigReader.of(config, ContainerdRelease.parse("2.0")).misfits())
                .isEmpty();
    }

    @Test
    void readsOptionsInEverySpellingThatCounts() {
        String file = """
                version = 3
                [plugins."io.containerd.cri.v1.runtime".containerd.runtimes.x.options]
                binaryname = "crun"
                SystemdCgroup = true
                IoUid = "root"
                systemd_cgroup = false
                """;
        RuntimeOptions options = requireNonNull(
                        reader(file).config().cri().runtimes().get("x"))
                .options()
                .orElseThrow();

        assertThat(options.binaryName()).contains("crun");
        assertThat(options.systemdCgroup()).contains(true);
        assertThat(options.ioUid()).isEmpty();
        assertThat(options.unknown()).isEqualTo(TomlValue.parse("{ IoUid = 'root', systemd_cgroup = false }"));
        assertThat(reader(file).misfits()).isEmpty();
    }

    @Test
    void prefersTheSpellingThatTheReleaseDoes() {
        TomlTable config = TomlDocument.parse("STATE = '/a'\nstate = '/b'\nRoot = '/c'\nROOT = '/d'\n")
                .root();
        ConfigReader first = ConfigReader.of(config, ContainerdRelease.parse("1.7"));
        ConfigReader second = ConfigReader.of(config, ContainerdRelease.parse("2.1"));

        assertThat(first.config().state()).contains("/b");
        assertThat(first.config().root()).contains("/d");
        assertThat(first.unknownKeys()).containsExactly(key("STATE"), key("Root"));
        assertThat(second.config().state()).contains("/b");
        assertThat(second.config().root()).contains("/d");
        assertThat(second.keyOf(key("root"))).contains(key("ROOT"));
    }

    @Test
    void leavesOutWhatVersionFourDoesNotLookAt() {
        ConfigReader reader = reader("version = 4\n[grpc]\naddress = '/a'\n[debug]\nlevel = 'info'\nuid = 3\n");

        assertThat(reader.config().grpc().address()).isEmpty();
        assertThat(reader.config().debug().level()).contains("info");
        assertThat(reader.config().debug().uid()).isEmpty();
        assertThat(reader.unknownKeys()).containsExactly(key("grpc.address"), key("debug.uid"));
    }

    @Test
    void tellsTheTwoPeriodsOfStatisticsApart() {
        CriConfig cri = ConfigReader.of(TomlDocument.parse("""
                                version = 3
                                plugins."io.containerd.cri.v1.runtime".stats_collect_period = "5s"
                                plugins."io.containerd.cri.v1.images".stats_collect_period = 7
                                """).root(), ContainerdRelease.parse("2.3"))
                .config()
                .cri();

        assertThat(cri.statsCollectPeriod()).contains("5s");
        assertThat(cri.images().statsCollectPeriod()).contains(7L);
    }

    @Test
    void readsRuntimesThatAreDefinedInPlace() {
        CriConfig cri = reader("[plugins.cri.containerd.untrusted_workload_runtime]\nsandbox_mode = 'shim'\n")
                .config()
                .cri();

        assertThat(cri.untrustedWorkloadRuntime().orElseThrow().sandboxer()).contains("shim");
        assertThat(cri.defaultRuntime()).isEmpty();
    }

    @Test
    void showsNoSecrets() {
        ContainerdConfig config = reader("[plugins.cri.registry.auths.'https://r']\npassword = 'geheim'\n")
                .config();

        assertThat(requireNonNull(config.cri().images().registry().auths().get("https://r"))
                        .password())
                .contains("geheim");
        assertThat(config.toString()).doesNotContain("geheim");
    }

    @Test
    void readsAFileWithoutAnything() {
        ContainerdConfig config = reader("").config();

        assertThat(config.version()).contains(ConfigVersion.V1);
        assertThat(config.cri().images().registry().mirrors()).isEmpty();
        assertThat(reader("version = 9\n").config().version()).isEmpty();
        assertThat(reader("plugins = 3\n").misfits()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(ReleaseLine.class)
    void readsTheDefaultsOfEveryRelease(ReleaseLine line) {
        ConfigReader reader = ConfigReader.of(DefaultConfig.of(line.newest()), line.newest());
        CriConfig cri = reader.config().cri();

        assertThat(reader.unknownKeys()).isEmpty();
        assertThat(reader.misfits()).isEmpty();
        assertThat(cri.images().sandboxImage())
                .hasValueSatisfying(image -> assertThat(image).contains("pause"));
        assertThat(cri.runtimes().containsKey("runc") || cri.defaultRuntime().isPresent())
                .isTrue();
        assertThat(cri.streamingServer().streamServerPort()).contains("0");
        assertThat(reader.config().grpc().address()).contains("/run/containerd/containerd.sock");
    }

    @ParameterizedTest
    @EnumSource(ReleaseLine.class)
    void hasAComponentForEverySetting(ReleaseLine line) {
        ContainerdRelease release = line.newest();
        List<String> ids = new ArrayList<>(release.criPluginIds());
        ids.add(KeySchema.TOP_LEVEL);
        TomlTable file = TomlTable.builder()
                .put("version", release.maxConfigVersion().number())
                .build();
        RecordLayout layout = new RecordLayout(release.maxConfigVersion());
        for (String id : ids) {
            for (SchemaKey setting :
                    KeySchema.of(release).section(id).orElseThrow().keys()) {
                Key key = Key.parse(setting.path().replace("*", "x"));
                boolean counts = !setting.path().equals("version") && !layout.isDead(key);
                if (counts && !setting.type().isTable()) {
                    TomlTable with = with(file, placeOf(id, release).resolve(key), sample(setting.type()));
                    assertThat(ConfigReader.of(with, release).config().equals(withoutIt(file, key, id, release)))
                            .as("nothing shows %s of %s", setting.path(), id)
                            .isFalse();
                }
            }
        }
    }

    /** The same tables without the setting: a runtime differs from no runtime even without settings. */
    private static ContainerdConfig withoutIt(TomlTable file, Key key, String id, ContainerdRelease release) {
        Key table = placeOf(id, release).resolve(key.parent());
        TomlTable tables = table.isRoot() ? file : with(file, table, TomlTable.EMPTY);
        return ConfigReader.of(tables, release).config();
    }

    private static Key placeOf(String id, ContainerdRelease release) {
        if (id.equals(KeySchema.TOP_LEVEL)) {
            return Key.ROOT;
        }
        return Key.of("plugins", release.maxConfigVersion() == ConfigVersion.V1 ? "cri" : id);
    }

    private static TomlValue sample(KeyType type) {
        return switch (type.kind()) {
            case BOOLEAN -> TomlValue.of(true);
            case INTEGER -> TomlValue.of(1);
            case ARRAY -> TomlArray.of(sample(type.element().orElseThrow()));
            default -> TomlValue.of("1s");
        };
    }

    private static TomlTable with(TomlTable table, Key key, TomlValue value) {
        String name = key.name(0);
        if (key.size() == 1) {
            return table.with(name, value);
        }
        TomlTable below = (TomlTable) table.get(name).orElse(TomlTable.EMPTY);
        return table.with(name, with(below, key.tail(1), value));
    }
}
