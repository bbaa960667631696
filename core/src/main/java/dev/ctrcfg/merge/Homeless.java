// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.model.ConfigLayout;
import dev.ctrcfg.release.Deprecation;
import dev.ctrcfg.toml.Key;
import java.util.Optional;

/** Says why a setting was left out, and what to use instead. */
final class Homeless {

    private Homeless() {}

    static String text(Key key, ConfigLayout layout) {
        String text =
                key + " has no place in a file of version " + layout.version().number() + " and was left out";
        Optional<Key> name = layout.nameOf(key);
        Optional<String> instead = name.isEmpty() ? Optional.empty() : instead(name.get());
        return instead.isEmpty() ? text : text + "; " + instead.get();
    }

    static String platform(Key key, ConfigLayout layout) {
        return "a file of version " + layout.version().number()
                + " has a snapshotter for images only with a runtime, and" + " there is no " + key.parent();
    }

    private static Optional<String> instead(Key name) {
        String id = deprecation(name);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Optional<Deprecation> deprecation = Deprecation.of(id);
        return deprecation.isEmpty() ? Optional.empty() : deprecation.get().replacement();
    }

    private static String deprecation(Key name) {
        String last = name.last() instanceof Key.Name part ? part.text() : "";
        return switch (last) {
            case "systemd_cgroup" -> "cri-systemd-cgroup-v1";
            case "runtime_engine" -> "cri-runtime-engine";
            case "runtime_root" -> "cri-runtime-root";
            default -> deprecationOfTable(name);
        };
    }

    private static String deprecationOfTable(Key name) {
        String first = name.part(0) instanceof Key.Name part ? part.text() : "";
        return switch (first) {
            case "default_runtime" -> "cri-default-runtime";
            case "untrusted_workload_runtime" -> "cri-untrusted-workload-runtime";
            case "registry" -> "cri-registry-configs";
            default -> "";
        };
    }
}
