// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.release;

import dev.ctrcfg.toml.TomlDialect;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A release of containerd, and how it differs from others in reading its configuration.
 *
 * <p>Facts were taken from containerd 1.2.14, 1.3.10, 1.4.9, 1.5.18, 1.6.39, 1.7.34, 2.0.11, 2.1.9, 2.2.7, 2.3.4 and
 * 2.4.0-beta.0, and from Debian's 1.6.20, 1.7.24 and 2.1.9. A later patch release of a known line counts as the newest
 * known one.
 *
 * @param line the minor release
 * @param patch the third number, from 0
 * @param preRelease what marks a release before the final one, such as {@code beta.0}; empty for final releases
 * @param distribution who built it
 */
public record ContainerdRelease(ReleaseLine line, int patch, String preRelease, Distribution distribution)
        implements Comparable<ContainerdRelease> {

    private static final List<String> CRI_ONE = List.of(PluginIds.CRI);
    private static final List<String> CRI_SPLIT = List.of(PluginIds.CRI_RUNTIME, PluginIds.CRI_IMAGES, PluginIds.CRI);

    /** Refuses a negative patch level with {@link IllegalArgumentException}. */
    public ContainerdRelease {
        if (patch < 0) {
            throw new IllegalArgumentException("a patch level cannot be negative: " + patch);
        }
    }

    /**
     * {@return the release that a text names}
     *
     * <p>Takes what {@code containerd --version} prints, what a node of Kubernetes states as its container runtime
     * ({@code containerd://1.7.29}), and versions by hand: {@code 2.1} (the newest known 2.1),
     * {@code v2.1.9}, {@code 2.4.0-beta.0}, {@code 2.1.9-deb} or {@code 2.1.9+ds1} for Debian's builds, and those of
     * other distributors such as {@code v2.1.5-k3s1}.
     *
     * @param text the text
     * @throws IllegalArgumentException if there is no version in it, or one of a line that ctrcfg does not know
     */
    public static ContainerdRelease parse(String text) {
        return ReleaseParser.parse(text);
    }

    /** {@return the newest release known, betas included} */
    public static ContainerdRelease newest() {
        return ReleaseLine.V2_4.newest();
    }

    /**
     * {@return the newest release known that reads files of a version without migrating them}
     *
     * @param version the version of the file
     */
    public static ContainerdRelease newestFor(ConfigVersion version) {
        return switch (version) {
            case V1, V2 -> ReleaseLine.V1_7.newest();
            case V3 -> ReleaseLine.V2_2.newest();
            case V4 -> newest();
        };
    }

    /** {@return the newest version of the file that this release reads} */
    public ConfigVersion maxConfigVersion() {
        if (since(ReleaseLine.V2_3)) {
            return ConfigVersion.V4;
        }
        if (since(ReleaseLine.V2_0)) {
            return ConfigVersion.V3;
        }
        return since(ReleaseLine.V1_3) ? ConfigVersion.V2 : ConfigVersion.V1;
    }

    /** {@return the version of the file that {@code config default}, {@code dump} and {@code migrate} write} */
    public ConfigVersion writtenConfigVersion() {
        return maxConfigVersion();
    }

    /** {@return how the file is read as TOML; the library that vendor.conf or go.mod of the release names} */
    public TomlDialect tomlDialect() {
        return switch (line) {
            case V1_2, V1_3, V1_4 -> TomlDialect.BURNTSUSHI_0_3;
            case V1_5 -> TomlDialect.GO_TOML_V1_8;
            case V1_6, V1_7 -> TomlDialect.GO_TOML_V1_9;
            case V2_0 -> TomlDialect.GO_TOML_V2_2;
            case V2_1, V2_2 -> isDebian() ? TomlDialect.GO_TOML_V2_4 : TomlDialect.GO_TOML_V2_2;
            case V2_3 -> isDebian() ? TomlDialect.GO_TOML_V2_4 : TomlDialect.GO_TOML_V2_3;
            case V2_4 -> TomlDialect.GO_TOML_V2_4;
        };
    }

    /** {@return which spellings of a setting's name count} */
    public KeyCase keyCase() {
        if (since(ReleaseLine.V2_0)) {
            return KeyCase.LOWERED;
        }
        return since(ReleaseLine.V1_5) ? KeyCase.FOUR_FORMS : KeyCase.FOLDED;
    }

    /** {@return what an import's table of a plugin does to the one that is there} */
    public PluginTableMerge pluginTableMerge() {
        if (since(ReleaseLine.V2_3)) {
            return PluginTableMerge.DEEP_AFTER_MIGRATION;
        }
        return since(ReleaseLine.V2_0) ? PluginTableMerge.DEEP : PluginTableMerge.REPLACED;
    }

    /** {@return what happens to keys that no setting has} */
    public UnknownKeys unknownKeys() {
        return since(ReleaseLine.V2_0) ? UnknownKeys.WARNED : UnknownKeys.IGNORED;
    }

    /** {@return what becomes of the built-in runtimes when the file has a {@code runtimes} table} */
    public RuntimesDefault runtimesDefault() {
        if (since(ReleaseLine.V2_0)) {
            return RuntimesDefault.MERGED;
        }
        return since(ReleaseLine.V1_5) ? RuntimesDefault.LOST : RuntimesDefault.KEPT_BY_NAME;
    }

    /**
     * {@return whether a runtime's {@code options} are left alone until a pod is made}
     *
     * <p>Until containerd 1.4 they are a toml.Primitive: anything may stand there, and {@code config dump} prints an
     * empty table.
     */
    public boolean keepsOptionsUndecoded() {
        return !since(ReleaseLine.V1_5);
    }

    /** {@return which plugin ids a file of version 2 or later may hold} */
    public PluginIdCheck pluginIdCheck() {
        if (since(ReleaseLine.V2_0)) {
            return PluginIdCheck.LISTS_WITH_DOT;
        }
        if (since(ReleaseLine.V1_7)) {
            return PluginIdCheck.CONTAINERD_FOUR_PARTS;
        }
        return since(ReleaseLine.V1_3) ? PluginIdCheck.FOUR_PARTS : PluginIdCheck.NONE;
    }

    /**
     * {@return whether {@link #pluginIdCheck()} covers a file of some version}
     *
     * <p>Until 1.4 only version 2 is checked, later every version from 2 on (containerd's config.go, ValidateV2).
     *
     * @param version the number behind {@code version =}, whether the release knows it or not
     */
    public boolean checksPluginIds(long version) {
        return since(ReleaseLine.V1_5) ? version >= 2 : version == 2;
    }

    /** {@return the ids of the plugins that hold CRI settings, the one with the runtimes first} */
    public List<String> criPluginIds() {
        return since(ReleaseLine.V2_0) ? CRI_SPLIT : CRI_ONE;
    }

    /** {@return the id of the plugin that holds the {@code runtimes}} */
    public String runtimesPluginId() {
        return criPluginIds().get(0);
    }

    /** {@return how entries of {@code imports} become names of files} */
    public ImportResolution importResolution() {
        if (since(29, 16)) {
            return ImportResolution.FROM_PARENT;
        }
        return since(ReleaseLine.V1_3) ? ImportResolution.GLOB_FROM_WORKING_DIRECTORY : ImportResolution.NONE;
    }

    /** {@return what happens to a file whose version is above {@link #maxConfigVersion()}} */
    public TooNewVersion tooNewVersion() {
        if (since(ReleaseLine.V2_0)) {
            return TooNewVersion.ABOVE_MAXIMUM;
        }
        return since(32, 17) ? TooNewVersion.UNSUPPORTED : TooNewVersion.ACCEPTED;
    }

    /** {@return when older files are brought to this release's version} */
    public MigrationTiming migrationTiming() {
        if (since(ReleaseLine.V2_3)) {
            return MigrationTiming.PER_FILE;
        }
        return since(ReleaseLine.V2_0) ? MigrationTiming.AFTER_MERGE : MigrationTiming.NEVER;
    }

    /** {@return whether the command {@code containerd config migrate} exists, as it does since 2.0} */
    public boolean hasConfigMigrate() {
        return since(ReleaseLine.V2_0);
    }

    /**
     * {@return whether {@code containerd config dump} shows the tables of plugins that the release does not have}
     *
     * <p>Since 2.0 they stay as they are written; before, the command prints the plugins it knows and nothing else.
     */
    public boolean dumpsForeignTables() {
        return since(ReleaseLine.V2_0);
    }

    /** {@return whether {@code containerd config dump} shows the timeouts of the file, as it does since 1.4} */
    public boolean dumpsTimeouts() {
        return since(ReleaseLine.V1_4);
    }

    /** {@return what {@code containerd config dump} shows} */
    public ConfigDump configDump() {
        if (line == ReleaseLine.V1_2) {
            return ConfigDump.ABSENT;
        }
        boolean migrates = line == ReleaseLine.V2_0 ? patch >= 6 : since(ReleaseLine.V2_1);
        return migrates ? ConfigDump.MIGRATED : ConfigDump.AS_READ;
    }

    /**
     * {@return whether the step from version 2 to 3 copies the whole old CRI table over the new runtime table}
     *
     * <p>A fault of 2.0.0 and 2.0.1 (containerd's plugins/cri/runtime/plugin.go).
     */
    public boolean copiesWholeCriTable() {
        return line == ReleaseLine.V2_0 && patch < 2;
    }

    /** {@return what the step from version 2 to 3 makes of {@code cni.bin_dir}} */
    public CniMigration cniMigration() {
        return since(ReleaseLine.V2_1) ? CniMigration.BIN_DIRS : CniMigration.BIN_DIR;
    }

    /** {@return what happens when the configuration file does not exist} */
    public MissingFile missingFile() {
        if (since(ReleaseLine.V2_0)) {
            return MissingFile.FATAL_FOR_DAEMON;
        }
        return since(ReleaseLine.V1_5) ? MissingFile.FATAL : MissingFile.DEFAULTS;
    }

    /**
     * {@return the warning that this release logs for a file of version 1}
     *
     * <p>Logged by 1.5.12 and later, 1.6.5 and later, and 1.7; the text changed in 1.6.32 and 1.7.17 (containerd's
     * config.go, ValidateV2). containerd 2.0 and later say that they migrated the file instead.
     */
    public Optional<String> versionOneWarning() {
        return switch (line) {
            case V1_5 -> patch >= 12 ? Optional.of(VersionOneWarning.REMOVED) : Optional.empty();
            case V1_6 -> patch >= 5 ? Optional.of(removedOrConverted(32)) : Optional.empty();
            case V1_7 -> Optional.of(removedOrConverted(17));
            default -> Optional.empty();
        };
    }

    private String removedOrConverted(int converted) {
        return patch >= converted ? VersionOneWarning.CONVERTED : VersionOneWarning.REMOVED;
    }

    /**
     * {@return the type of plugin that an entry of {@code proxy_plugins} becomes}
     *
     * <p>Source: {@code LoadPlugins} in containerd's server.go; differs since 1.7, sandbox controllers since 2.0.
     *
     * @param type the entry's {@code type}
     */
    public Optional<String> proxyPluginType(String type) {
        return switch (type) {
            case "snapshot", PluginIds.SNAPSHOTTER_TYPE -> Optional.of(PluginIds.SNAPSHOTTER_TYPE);
            case "content", "io.containerd.content.v1" -> Optional.of("io.containerd.content.v1");
            case "sandbox", "io.containerd.sandbox.controller.v1" ->
                since(ReleaseLine.V2_0) ? Optional.of("io.containerd.sandbox.controller.v1") : Optional.empty();
            case "diff", "io.containerd.differ.v1" ->
                since(ReleaseLine.V1_7) ? Optional.of("io.containerd.differ.v1") : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** {@return whether deprecations reach {@code ctr deprecations list}, as they do since 1.6.25, 1.7.9 and 2.0} */
    public boolean hasWarningService() {
        return since(25, 9);
    }

    /**
     * {@return whether a table of mirrors alone keeps the CRI plugin from loading}
     *
     * <p>2.2.0 and 2.2.1 have a default for {@code registry.config_path}, which excludes mirrors (containerd issue
     * 12612).
     */
    public boolean refusesMirrorsByDefault() {
        return line == ReleaseLine.V2_2 && patch < 2;
    }

    /** {@return whether Debian built it} */
    public boolean isDebian() {
        return distribution == Distribution.DEBIAN;
    }

    /**
     * {@return whether this release is of a line or of a later one}
     *
     * @param first the line
     */
    public boolean since(ReleaseLine first) {
        return line.isAtLeast(first);
    }

    /**
     * {@return whether this release is a patch level of a line, a later one of that line, or of a later line}
     *
     * @param first the line
     * @param firstPatch the patch level
     */
    public boolean since(ReleaseLine first, int firstPatch) {
        return line == first ? patch >= firstPatch : since(first);
    }

    /** Whether this release has what 2.0 brought and the two lines before it took over at some patch level. */
    private boolean since(int patchOf16, int patchOf17) {
        return line == ReleaseLine.V1_6 ? patch >= patchOf16 : since(ReleaseLine.V1_7, patchOf17);
    }

    /** Orders by the numbers, pre-releases before the final release, and a Debian build behind the upstream one. */
    @Override
    public int compareTo(ContainerdRelease other) {
        int order = line.compareTo(other.line);
        if (order == 0) {
            order = Integer.compare(patch, other.patch);
        }
        if (order == 0) {
            order = PreReleases.compare(preRelease, other.preRelease);
        }
        return order == 0 ? distribution.compareTo(other.distribution) : order;
    }

    // Written out: what the compiler makes for records links itself at the first call, which costs milliseconds.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ContainerdRelease release
                && line == release.line
                && patch == release.patch
                && preRelease.equals(release.preRelease)
                && distribution == release.distribution;
    }

    @Override
    public int hashCode() {
        return ((line.index() * 31 + patch) * 31 + preRelease.hashCode()) * 2 + (isDebian() ? 1 : 0);
    }

    /** {@return the version as {@link #parse} takes it, such as {@code 2.1.9} or {@code 2.1.9-deb}} */
    @Override
    public String toString() {
        String version = line + "." + patch;
        if (!preRelease.isEmpty()) {
            version = version + "-" + preRelease;
        }
        return isDebian() ? version + "-deb" : version;
    }
}
