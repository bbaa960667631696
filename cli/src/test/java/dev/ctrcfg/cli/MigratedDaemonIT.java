// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.effective.ConfigSource;
import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.effective.Outcome;
import dev.ctrcfg.migrate.ConfigText;
import dev.ctrcfg.migrate.Migration;
import dev.ctrcfg.migrate.MigrationTarget;
import dev.ctrcfg.migrate.Migrator;
import dev.ctrcfg.migrate.Setting;
import dev.ctrcfg.migrate.Upgrade;
import dev.ctrcfg.model.CriLayout;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.testing.Shared;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where containerd 1.7 has loaded its CRI plugin, containerd 2.1 does so with the migrated file, and has its runtimes. */
class MigratedDaemonIT {

    private static final MigrationTarget TARGET =
            MigrationTarget.of(ContainerdRelease.parse(Containerd.V2_1.release()));

    /** Has zfs as its snapshotter, which few hosts have. */
    private static final String OF_THE_HOST = "2-to-3-snapshotter-alone";

    /** The files of the cases that containerd 1.7 loads its CRI plugin with. */
    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(Shared.testdata("migrate"))) {
            return folders.filter(folder -> loadsIn17(folder.resolve("input.toml")))
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.equals(OF_THE_HOST))
                    .sorted()
                    .toList();
        }
    }

    private static boolean loadsIn17(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try {
            ContainerdRelease release = ContainerdRelease.parse(Containerd.V1_7.release());
            TomlDocument document = TomlDocument.parse(Files.readString(file));
            return EffectiveConfig.of(release, file.toString(), document, ConfigSource.none())
                            .verdict()
                            .outcome()
                    == Outcome.LOADS;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void loadsTheMigratedCase(String name, @TempDir Path folder) throws Exception {
        check(Files.readString(Shared.testdata("migrate/" + name + "/input.toml")), folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A snapshotter that is not there: containerd 1.7 finds out when a pod asks for it.
                """
                [containerd.runtimes.kata]
                runtime_type = "io.containerd.kata.v2"
                snapshotter = "nowhere"
                """,
                """
                [containerd]
                default_runtime_name = "kata"
                snapshotter = "native"
                [containerd.runtimes.kata]
                runtime_type = "io.containerd.kata.v2"
                sandbox_mode = "podsandbox"
                privileged_without_host_devices = true
                """,
                """
                [cni]
                bin_dir = "/opt/own/bin"
                conf_template = "/nowhere"
                [registry]
                config_path = "/etc/own/certs.d"
                [registry.configs."registry.example.com".auth]
                username = "somebody"
                [image_decryption]
                key_model = "node"
                """
            })
    void loadsMigratedSettings(String settings, @TempDir Path folder) throws Exception {
        String cri = "plugins.\"io.containerd.grpc.v1.cri\".";
        String runc = "[containerd.runtimes.runc]\nruntime_type = \"io.containerd.runc.v2\"\n";
        check("version = 2\n" + (settings + runc).replace("[", "[" + cri).replace("=" + " [" + cri, "= ["), folder);
    }

    private static void check(String text, Path folder) throws Exception {
        ConfigText before = new ConfigText("before.toml", TomlDocument.parse(text));
        Set<String> runtimes = runtimes(before);
        Set<String> old = loaded(Containerd.V1_7, Files.writeString(folder.resolve("before.toml"), text), runtimes);
        assertThat(old).as("what containerd 1.7 has loaded").isNotEmpty();
        Migration migration = Migrator.to(TARGET).migrate(List.of(before));
        Path after = Files.writeString(
                folder.resolve("after.toml"),
                migration.files().get(0).document().text());
        Set<String> now = loaded(Containerd.V2_1, after, runtimes);
        assertThat(now).as(migration.notices().toString()).isEqualTo(renamed(old));
    }

    /** The types that containerd 2.0 no longer has are those of {@code runc.v2} after a migration. */
    private static Set<String> renamed(Set<String> facts) {
        Set<String> renamed = new TreeSet<>();
        for (String fact : facts) {
            renamed.add(fact.replace("io.containerd.runtime.v1.linux", "io.containerd.runc.v2")
                    .replace("io.containerd.runc.v1", "io.containerd.runc.v2"));
        }
        return renamed;
    }

    private static Set<String> runtimes(ConfigText text) {
        Set<String> names = new TreeSet<>();
        Key runtimes = CriLayout.SPLIT.runtimes();
        for (Setting setting : Upgrade.settings(text, TARGET)) {
            if (setting.name().startsWith(runtimes) && setting.name().size() > runtimes.size()) {
                names.add(setting.name().name(runtimes.size()));
            }
        }
        return names;
    }

    /** What the CRI plugin of a started daemon says of the runtimes; nothing if it has not loaded. */
    private static Set<String> loaded(Containerd containerd, Path config, Set<String> runtimes) throws Exception {
        try (ContainerdDaemon daemon = ContainerdDaemon.start(containerd, config)) {
            Set<String> facts = new TreeSet<>();
            boolean images = containerd != Containerd.V2_1
                    || daemon.pluginStatus(PluginIds.CRI_IMAGES).orElse("").equals("ok");
            boolean runs =
                    daemon.pluginStatus(containerd.criPlugin()).orElse("").equals("ok")
                            && daemon.pluginStatus(PluginIds.CRI).orElse("").equals("ok");
            if (images && runs) {
                facts.add("CRI loads");
                for (String name : runtimes) {
                    facts.add(name + " " + daemon.criRuntime(name));
                }
            }
            return facts;
        }
    }
}
