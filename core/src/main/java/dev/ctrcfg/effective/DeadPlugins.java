// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.release.PluginIds;
import java.util.Optional;

/** Says why a table below {@code [plugins]} is nobody's. containerd says nothing. */
final class DeadPlugins {

    private static final String UNQUOTED = "io";

    private DeadPlugins() {}

    static void report(ContainerdRelease release, String name, Node node, Remarks remarks) {
        KeySchema schema = KeySchema.of(release);
        if (name.equals(UNQUOTED) && node instanceof Branch) {
            String text = "the parts of a plugin's id are not one name without quotes around them";
            remarks.ignored("unquoted-plugin-id", text, node.written());
        } else if (schema.section(name).isPresent()) {
            String text = "in a file of version 1 plugins go by their short names";
            remarks.ignored("long-plugin-id", text, node.written());
        } else if (schema.plugin(ConfigVersion.V1, name).isPresent() && name.indexOf('.') < 0) {
            String text = "from version 2 on plugins go by their full ids";
            remarks.ignored("short-plugin-id", text, node.written());
        } else {
            remarks.ignored("unknown-plugin", unknown(release, name), node.written());
        }
    }

    private static String unknown(ContainerdRelease release, String name) {
        boolean later = name.equals(PluginIds.CRI_RUNTIME) || name.equals(PluginIds.CRI_IMAGES);
        Optional<String> hint = later ? Optional.of(" yet") : Optional.empty();
        return "containerd " + release.line() + " has no such plugin" + hint.orElse("");
    }
}
