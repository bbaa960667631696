// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.V1PluginNames;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives the plugins of a file of version 1 their full ids.
 *
 * <p>Source: {@code v1Migrate} in containerd's cmd/containerd/server/config/config.go.
 */
final class PluginNames {

    private final Remarks remarks;

    PluginNames(Remarks remarks) {
        this.remarks = remarks;
    }

    void expand(Branch config) {
        Branch plugins = config.table(LoadedFile.PLUGINS);
        config.put(LoadedFile.PLUGINS, plugins == null ? new Branch(null) : expanded(plugins));
        expandList(config, "disabled_plugins");
        expandList(config, "required_plugins");
    }

    /** Where a short and a full name mean one plugin, containerd leaves it to chance; here the last one counts. */
    private Branch expanded(Branch plugins) {
        Branch full = new Branch(plugins.written());
        for (String name : plugins.names()) {
            Node node = plugins.get(name);
            String id = fullId(name, node == null ? null : node.written());
            Node lost = full.get(id);
            if (lost != null) {
                remarks.ignored("double-plugin", "another table of this file is for the same plugin", lost.written());
            }
            if (node != null) {
                full.put(id, node);
            }
        }
        return full;
    }

    private String fullId(String name, @Nullable Written written) {
        String id = V1PluginNames.fullId(name);
        if (V1PluginNames.isAmbiguous(name)) {
            String text = "Ambiguous " + name + " plugin in v1 config, treating as " + id;
            remarks.warn("ambiguous-plugin", text, written);
        }
        return id;
    }

    private void expandList(Branch config, String list) {
        Node node = config.get(list);
        if (node == null || !(node.value() instanceof TomlArray array)) {
            return;
        }
        List<TomlValue> items = new ArrayList<>();
        for (TomlValue item : array.items()) {
            items.add(item instanceof TomlString name ? TomlValue.of(fullId(name.value(), node.written())) : item);
        }
        config.put(list, new Leaf(new TomlArray(items), node.written()));
    }
}
