// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.migrate;

import dev.ctrcfg.model.CriLayout;
import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlValue;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The settings of the CRI plugins that the rules speak of, by name. */
final class Cri {

    static final Key OLD = Key.of("plugins", PluginIds.CRI);
    static final Key IMAGES = Key.of("plugins", PluginIds.CRI_IMAGES);
    static final Key RUNTIMES = CriLayout.SPLIT.runtimes();
    static final Key DEFAULT_NAME = RUNTIMES.parent().child("default_runtime_name");
    static final Key BIN_DIR = RUNTIMES.head(2).child("cni").child("bin_dir");
    static final Key BIN_DIRS = RUNTIMES.head(2).child("cni").child("bin_dirs");
    static final Key PLATFORMS = IMAGES.child("runtime_platforms");

    static final String TYPE = "runtime_type";
    static final String OPTIONS = "options";
    static final String SNAPSHOTTER = "snapshotter";
    static final String RUNC = "io.containerd.runc.v2";
    static final String RUNC_V1 = "io.containerd.runc.v1";
    static final String LINUX = "io.containerd.runtime.v1.linux";

    private Cri() {}

    static Key runtime(String name) {
        return RUNTIMES.child(name);
    }

    static Key old(String... names) {
        return OLD.resolve(Key.of(names));
    }

    /** The names of the runtimes that are set. */
    static Set<String> runtimes(Plan plan) {
        Set<String> names = new LinkedHashSet<>();
        for (Setting setting : plan.below(RUNTIMES)) {
            if (setting.name().size() > RUNTIMES.size()) {
                names.add(setting.name().name(RUNTIMES.size()));
            }
        }
        return names;
    }

    /** A string that is set, the empty one if there is none. */
    static String string(Plan plan, Key name) {
        return plan.find(name).map(Setting::value).map(Cri::string).orElse("");
    }

    static String string(TomlValue value) {
        return value instanceof TomlString string ? string.value() : "";
    }

    static Optional<Setting> setting(Plan plan, String runtime, String name) {
        return plan.find(runtime(runtime).child(name));
    }
}
