// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.CriParts;
import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.toml.Key;
import java.util.Optional;
import java.util.Set;

/**
 * Where the settings of the CRI plugin are in a file of some version; nothing else knows.
 *
 * <p>Every setting has a short name that is the same for all versions: its path in the CRI plugin's table without {@code
 * containerd.}, so {@code runtimes.kata.runtime_type}, {@code default_runtime_name}, {@code cni.conf_dir}, {@code
 * registry.config_path}. What has changed its name goes by {@code sandbox_image} and {@code sandboxer}; {@code
 * pinned_images.sandbox} and {@code sandbox_mode} are understood as well.
 *
 * <p>The layout says where a setting would be, not whether a release has it: {@link dev.ctrcfg.release.KeySchema} knows
 * that.
 */
public enum CriLayout {
    /** One table, {@code plugins.cri}; files of version 1. */
    SHORT_ID(PluginIds.CRI_SHORT),
    /** One table, {@code plugins."io.containerd.grpc.v1.cri"}; files of version 2. */
    ONE_TABLE(PluginIds.CRI),
    /** Tables for runtimes, images and the streaming server; files of version 3 and 4. */
    SPLIT(PluginIds.CRI_RUNTIME);

    private static final String PLUGINS = "plugins";
    private static final String CONTAINERD = "containerd";
    private static final String RUNTIMES = "runtimes";
    private static final String SANDBOXER = "sandboxer";
    private static final String SANDBOX_MODE = "sandbox_mode";
    private static final String STATS_PERIOD = "stats_collect_period";
    private static final Key SANDBOX_IMAGE = Key.of("sandbox_image");
    static final Key IN_IMAGES = Key.of("images");
    static final Key IN_SERVER = Key.of("streaming_server");
    private static final Key PINNED_SANDBOX = Key.of("pinned_images", "sandbox");

    /** What the table {@code containerd} of the old plugin holds and the runtime plugin still has. */
    private static final Set<String> IN_CONTAINERD = Set.of(
            RUNTIMES, "default_runtime_name", "ignore_blockio_not_enabled_errors", "ignore_rdt_not_enabled_errors");

    /** What the table {@code containerd} of the old plugin holds and no plugin has now. */
    private static final Set<String> GONE_FROM_CONTAINERD =
            Set.of("default_runtime", "untrusted_workload_runtime", "no_pivot");

    /** The runtimes among it. */
    private static final Set<String> IN_PLACE = Set.of("default_runtime", "untrusted_workload_runtime");

    /** What else no plugin has now. */
    private static final Set<String> GONE = Set.of("systemd_cgroup", "disable_cgroup");

    private static final Set<String> GONE_FROM_RUNTIME = Set.of("runtime_engine", "runtime_root");

    /** What the image plugin holds and the old one never did. */
    private static final Set<String> NEW_IN_IMAGES =
            Set.of("pinned_images", "runtime_platforms", "concurrent_layer_fetch_buffer", "use_local_image_pull");

    private final String pluginId;

    CriLayout(String pluginId) {
        this.pluginId = pluginId;
    }

    /**
     * {@return the layout of a file}
     *
     * @param version the version of the file
     */
    public static CriLayout of(ConfigVersion version) {
        return switch (version) {
            case V1 -> SHORT_ID;
            case V2 -> ONE_TABLE;
            case V3, V4 -> SPLIT;
        };
    }

    /** {@return the key of the table that holds the runtimes by their names} */
    public Key runtimes() {
        return main().child(CONTAINERD).child(RUNTIMES);
    }

    /** Whether a plugin's name, in files of any version, is one that stands for the CRI plugin or a part of it. */
    static boolean isCri(String pluginId) {
        return switch (pluginId) {
            case PluginIds.CRI_SHORT, PluginIds.CRI, PluginIds.CRI_RUNTIME, PluginIds.CRI_IMAGES -> true;
            default -> false;
        };
    }

    /** {@return the key of the table that holds the runtimes and most else} */
    Key main() {
        return Key.of(PLUGINS, pluginId);
    }

    /**
     * {@return whether some release has a setting of the CRI plugin that this is the short name of, or of what is in it}
     *
     * @param name the name
     */
    static boolean isSetting(Key name) {
        if (name.isRoot() || !(name.part(0) instanceof Key.Name first)) {
            return false;
        }
        String text = first.text();
        return isInContainerd(text)
                || GONE.contains(text)
                || KeySchema.history(PluginIds.CRI, text).isPresent()
                || KeySchema.history(PluginIds.CRI_RUNTIME, text).isPresent()
                || KeySchema.history(PluginIds.CRI_IMAGES, text).isPresent();
    }

    /**
     * {@return where a setting is, from the root of the file on; empty if files of this layout have no place for it}
     *
     * @param name the setting's short name
     */
    public Optional<Key> locate(Key name) {
        if (name.isRoot() || name.part(0) instanceof Key.Index) {
            return Optional.empty();
        }
        Key plain = canonical(name);
        return this == SPLIT ? locateSplit(plain) : locateInOne(plain);
    }

    static Key canonical(Key name) {
        Key plain = isKnownInContainerd(name) ? name.tail(1) : name;
        if (plain.equals(PINNED_SANDBOX)) {
            return SANDBOX_IMAGE;
        }
        return isOfRuntime(plain, SANDBOX_MODE) ? plain.parent().child(SANDBOXER) : plain;
    }

    /** What no release has stays where it was written, so that it is found there. */
    private static boolean isKnownInContainerd(Key name) {
        return name.size() > 1
                && name.part(0).equals(new Key.Name(CONTAINERD))
                && name.part(1) instanceof Key.Name setting
                && isInContainerd(setting.text());
    }

    static boolean isOfRuntime(Key name, String setting) {
        return isOfRuntime(name) && name.last().equals(new Key.Name(setting));
    }

    /** Whether a setting is one of a runtime, under {@code runtimes} or defined in place. */
    private static boolean isOfRuntime(Key name) {
        return name.part(0) instanceof Key.Name first
                && name.size() == (IN_PLACE.contains(first.text()) ? 2 : 3)
                && (IN_PLACE.contains(first.text()) || first.text().equals(RUNTIMES));
    }

    private Optional<Key> locateInOne(Key name) {
        String first = first(name);
        if (NEW_IN_IMAGES.contains(first)) {
            return Optional.empty();
        }
        Key spelt = isOfRuntime(name, SANDBOXER) ? name.parent().child(SANDBOX_MODE) : name;
        return Optional.of(isInContainerd(first) ? main().child(CONTAINERD).resolve(spelt) : main().resolve(spelt));
    }

    private static boolean isInContainerd(String first) {
        return IN_CONTAINERD.contains(first)
                || CriParts.SNAPSHOTTING.contains(first)
                || GONE_FROM_CONTAINERD.contains(first);
    }

    private Optional<Key> locateSplit(Key name) {
        String first = first(name);
        if (isGone(name)) {
            return Optional.empty();
        }
        if (CriParts.STREAMING.contains(first)) {
            return Optional.of(ONE_TABLE.main().resolve(name));
        }
        if (name.equals(SANDBOX_IMAGE)) {
            return Optional.of(images().resolve(PINNED_SANDBOX));
        }
        if (CriParts.IMAGES.contains(first) || CriParts.SNAPSHOTTING.contains(first) || NEW_IN_IMAGES.contains(first)) {
            return Optional.of(images().resolve(name));
        }
        return Optional.of(
                IN_CONTAINERD.contains(first) ? main().child(CONTAINERD).resolve(name) : main().resolve(name));
    }

    private static Key images() {
        return Key.of(PLUGINS, PluginIds.CRI_IMAGES);
    }

    private static boolean isGone(Key name) {
        String first = first(name);
        if (GONE.contains(first) || GONE_FROM_CONTAINERD.contains(first)) {
            return true;
        }
        boolean ofRuntime = first.equals(RUNTIMES)
                && name.size() == 3
                && name.part(2) instanceof Key.Name setting
                && GONE_FROM_RUNTIME.contains(setting.text());
        return ofRuntime || isRegistryTls(name);
    }

    private static boolean isRegistryTls(Key name) {
        return name.size() > 3
                && name.head(2).equals(Key.of("registry", "configs"))
                && name.part(3).equals(new Key.Name("tls"));
    }

    /**
     * {@return the short name of the setting that a key of a file of any version gives a value to}
     *
     * <p>Two settings of different plugins have one name in containerd 2.3 and later: {@code stats_collect_period} is
     * that of the images; the one of the runtimes has no short name.
     *
     * @param key the key, from the root of the file on
     */
    public static Optional<Key> nameOf(Key key) {
        if (key.size() < 3 || !key.part(0).equals(new Key.Name(PLUGINS)) || !(key.part(1) instanceof Key.Name plugin)) {
            return Optional.empty();
        }
        Key rest = key.tail(2);
        if (!(rest.part(0) instanceof Key.Name)) {
            return Optional.empty();
        }
        return switch (plugin.text()) {
            case PluginIds.CRI_SHORT, PluginIds.CRI -> Optional.of(canonical(rest));
            case PluginIds.CRI_RUNTIME ->
                rest.equals(Key.of(STATS_PERIOD)) ? Optional.empty() : Optional.of(canonical(rest));
            case PluginIds.CRI_IMAGES -> Optional.of(canonical(rest));
            default -> Optional.empty();
        };
    }

    /** {@return where the records have a setting, from {@link CriConfig} on} */
    static Key recordOf(Key name) {
        String first = first(name);
        if (CriParts.IMAGES.contains(first) || CriParts.SNAPSHOTTING.contains(first) || NEW_IN_IMAGES.contains(first)) {
            return IN_IMAGES.resolve(name);
        }
        if (name.equals(SANDBOX_IMAGE)) {
            return IN_IMAGES.resolve(name);
        }
        return CriParts.STREAMING.contains(first) ? IN_SERVER.resolve(name) : name;
    }

    private static String first(Key name) {
        return name.name(0);
    }
}
