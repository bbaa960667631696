// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.effective.ConfigSource;
import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.model.ConfigKeys;
import dev.ctrcfg.model.ConfigLayout;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.KeyMoves;
import dev.ctrcfg.release.Landing;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for patches of any spelling, applied to files of any version. */
class PortablePatchProperties {

    private static final List<String> FILES = List.of(
            "",
            "version = 1\n\n[plugins.cri]\n  sandbox_image = \"a\" # ours\n",
            "version = 2\n\n[plugins.'io.containerd.grpc.v1.cri'.containerd.runtimes.runc]\nruntime_type = 'io.containerd.runc.v2'\n",
            "version = 2\n",
            "version = 3\n# kept\n[plugins.'io.containerd.cri.v1.images']\n  snapshotter = 'native'\n",
            "version = 4\r\n\r\n[debug]\r\n\tlevel = \"info\"\r\n");

    /** Settings of many kinds; not every release has each of them. */
    private static final Map<String, List<String>> SETTINGS = Map.of(
            "runtimes.NAME.runtime_type", List.of("\"io.containerd.kata.v2\"", "\"io.containerd.runc.v2\""),
            "runtimes.NAME.privileged_without_host_devices", List.of("true", "false"),
            "runtimes.NAME.pod_annotations", List.of("[\"a.*\"]", "[\"a.*\", \"b.*\"]"),
            "runtimes.NAME.snapshotter", List.of("\"overlayfs\"", "\"native\""),
            "sandbox_image", List.of("\"pause:1\"", "\"pause:2\""),
            "registry.config_path", List.of("\"/certs\""),
            "enable_selinux", List.of("true", "false"),
            "max_concurrent_downloads", List.of("3", "5"),
            "stream_server_port", List.of("\"1\"", "\"2\""),
            "cni.conf_dir", List.of("\"/cni\""));

    @Provide
    Arbitrary<TomlDocument> files() {
        return Arbitraries.of(FILES).map(TomlDocument::parse);
    }

    /** Short names, or the spelling of some version. */
    @Provide
    Arbitrary<TomlTable> fragments() {
        Arbitrary<Optional<ConfigVersion>> versions =
                Arbitraries.of(ConfigVersion.values()).optional(0.7);
        Arbitrary<String> names = Arbitraries.of("kata", "runsc");
        Arbitrary<String> keys =
                Arbitraries.of(SETTINGS.keySet().stream().sorted().toList());
        Arbitrary<List<Key>> settings = Combinators.combine(keys, names)
                .as((key, name) -> Key.parse(key.replace("NAME", name)))
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(5);
        return Combinators.combine(settings, versions, Arbitraries.integers().between(0, 1))
                .as(PortablePatchProperties::fragment);
    }

    private static TomlTable fragment(List<Key> names, Optional<ConfigVersion> version, int choice) {
        Tree tree = new Tree(TomlTable.EMPTY);
        for (Key name : names) {
            String pattern = name.toString().replace(".kata.", ".NAME.").replace(".runsc.", ".NAME.");
            List<String> values = requireNonNull(SETTINGS.get(pattern));
            Key key = version.isEmpty()
                    ? name
                    : ConfigLayout.of(version.get()).cri().locate(name).orElseThrow();
            tree.put(key, TomlValue.parse(values.get(choice % values.size())));
        }
        return tree.table();
    }

    @Property(tries = 200)
    void theSecondTimeNothingChanges(@ForAll("files") TomlDocument file, @ForAll("fragments") TomlTable fragment) {
        MergeResult once = Merger.apply(file, ConfigPatch.of(fragment));

        assertThat(Merger.apply(once.document(), ConfigPatch.of(fragment)).edits())
                .isEmpty();
    }

    @Property(tries = 200)
    void theSameHoldsForMergePatches(@ForAll("files") TomlDocument file, @ForAll("fragments") TomlTable fragment) {
        ConfigPatch patch = ConfigPatch.ofMergePatch("p.json", fragment, List.of(Key.of("debug", "level")));
        MergeResult once = Merger.apply(file, patch);

        assertThat(Merger.apply(once.document(), patch).edits()).isEmpty();
        assertThat(once.document().contains(Key.of("debug", "level"))).isFalse();
    }

    @Property(tries = 200)
    void theOrderOfIndependentPatchesDoesNotMatter(
            @ForAll("files") TomlDocument file,
            @ForAll("fragments") TomlTable one,
            @ForAll("fragments") TomlTable other) {
        ConfigVersion version = ConfigKeys.versionOf(file.root()).orElseThrow();
        Assume.that(!file.root().isEmpty() && independent(one, other, ConfigLayout.of(version)));
        ConfigPatch first = ConfigPatch.of(one);
        ConfigPatch second = ConfigPatch.of(other);

        assertThat(Merger.apply(file, List.of(first, second)).document().root())
                .isEqualTo(Merger.apply(file, List.of(second, first)).document().root());
    }

    private static boolean independent(TomlTable one, TomlTable other, ConfigLayout layout) {
        List<Key> places = new ArrayList<>();
        collect(Key.ROOT, one, layout, places);
        List<Key> others = new ArrayList<>();
        collect(Key.ROOT, other, layout, others);
        return places.stream().noneMatch(others::contains);
    }

    private static void collect(Key key, TomlTable table, ConfigLayout layout, List<Key> places) {
        table.entries().forEach((name, value) -> {
            if (value instanceof TomlTable inner) {
                collect(key.child(name), inner, layout, places);
            } else {
                places.add(layout.place(key.child(name)).orElseThrow());
            }
        });
    }

    /** What was written is where a release looks for it, unless it says that it makes nothing of it. */
    @Property(tries = 60)
    void everyReleaseHasWhatThePatchSays(@ForAll("files") TomlDocument file, @ForAll("fragments") TomlTable fragment) {
        MergeResult result = Merger.apply(file, ConfigPatch.of(fragment));
        ConfigVersion version = ConfigKeys.versionOf(result.document().root()).orElseThrow();
        for (ReleaseLine line : ReleaseLine.values()) {
            ContainerdRelease release = line.newest();
            if (release.maxConfigVersion().isAtLeast(version)) {
                assertHolds(result, EffectiveConfig.of(release, "/c", result.document(), ConfigSource.none()), version);
            }
        }
    }

    private static void assertHolds(MergeResult result, EffectiveConfig config, ConfigVersion version) {
        boolean shortIds = version == ConfigVersion.V1 && !config.release().since(ReleaseLine.V2_0);
        KeyMoves moves = KeyMoves.of(config.release());
        result.changes().forEach(change -> {
            TomlValue value = change.after().orElseThrow().value();
            boolean ignored = Ignorance.of(change.key(), config.verdict(), "/c") != null;
            if (!ignored && !change.key().equals(Key.of("version"))) {
                Landing landing = moves.landing(version, change.key());
                Key there = landing instanceof Landing.At at ? at.key() : change.key();
                Key cri = Key.of("plugins", "cri");
                Key key = shortIds && there.startsWith(cri)
                        ? Key.of("plugins", "io.containerd.grpc.v1.cri").resolve(there.tail(2))
                        : there;
                assertThat(config.root().find(key))
                        .as("%s in %s", key, config.release())
                        .contains(value);
            }
        });
    }
}
