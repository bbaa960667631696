// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.PluginTableMerge;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Merges a file into what was read before.
 *
 * <p>Source: {@code mergeConfig} in containerd's config.go, which leaves most of it to the library mergo: values of the
 * top level override if they are not zero.
 */
final class FileMerge {

    /** What the top level maps by names of the file's choice. */
    static final Set<String> MAPS = Set.of("timeouts", "proxy_plugins", "stream_processors");

    private final boolean replacesPlugins;
    private final boolean keepsDuplicates;
    private final boolean hasDefaultImports;
    private final Remarks remarks;

    FileMerge(ContainerdRelease release, Remarks remarks) {
        this.replacesPlugins = release.pluginTableMerge() == PluginTableMerge.REPLACED;
        this.keepsDuplicates = replacesPlugins;
        this.hasDefaultImports = release.since(ReleaseLine.V2_2);
        this.remarks = remarks;
    }

    void merge(Branch to, Branch from) {
        for (String name : from.names()) {
            Node node = from.get(name);
            Node known = to.get(name);
            if (name.equals(LoadedFile.PLUGINS) && node instanceof Branch tables) {
                mergePlugins(to, tables);
            } else if (MAPS.contains(name) && node instanceof Branch map) {
                to.put(name, replacedByKey(known, map));
            } else if (node instanceof Branch struct) {
                Branch into = known instanceof Branch branch ? branch : new Branch(struct.written());
                merge(into, struct);
                to.put(name, into);
            } else if (node != null) {
                mergeValue(to, name, node);
            }
        }
    }

    private static Branch replacedByKey(@Nullable Node known, Branch from) {
        Branch map = known instanceof Branch branch ? branch.at(from.written()) : new Branch(from.written());
        for (String name : from.names()) {
            Node node = from.get(name);
            if (node != null) {
                map.put(name, node);
            }
        }
        return map;
    }

    private void mergeValue(Branch to, String name, Node node) {
        Node known = to.get(name);
        if (node.value() instanceof TomlArray added) {
            boolean first = name.equals(LoadedFile.IMPORTS) && !hasDefaultImports && isEmpty(known);
            to.put(name, first ? node : new Leaf(appended(known, added), node.written()));
        } else if (!GoValues.isZero(node.value()) || known == null) {
            to.put(name, node);
        } else if (!GoValues.isZero(known.value())) {
            String text = "an empty value does not replace " + known.value();
            remarks.ignored("zero-value", text, node.written());
        }
    }

    /** A list without a default is taken over as it is by the first file that has it, duplicates included. */
    private static boolean isEmpty(@Nullable Node list) {
        return list == null || list.value() instanceof TomlArray array && array.size() == 0;
    }

    private TomlArray appended(@Nullable Node known, TomlArray added) {
        List<TomlValue> items = new ArrayList<>();
        if (known != null && known.value() instanceof TomlArray array) {
            items.addAll(array.items());
        }
        for (TomlValue item : added.items()) {
            if (keepsDuplicates || !items.contains(item)) {
                items.add(item);
            }
        }
        return new TomlArray(items);
    }

    private void mergePlugins(Branch to, Branch from) {
        Branch plugins = to.table(LoadedFile.PLUGINS);
        if (plugins == null) {
            to.put(LoadedFile.PLUGINS, from);
            return;
        }
        if (replacesPlugins) {
            reportReplaced(plugins, from);
            to.put(LoadedFile.PLUGINS, replacedByKey(plugins, from));
        } else {
            to.put(LoadedFile.PLUGINS, mergedDeep(plugins, from));
        }
    }

    private void reportReplaced(Branch plugins, Branch from) {
        for (String id : from.names()) {
            Node lost = plugins.get(id);
            if (lost != null && lost.written() != null) {
                remarks.ignored("replaced-by-import", "an import replaces this table as a whole", lost.written());
            }
        }
    }

    /** The tables of a file stay as they are. */
    private static Branch mergedDeep(Branch known, Branch from) {
        Branch to = known.at(known.written());
        for (String name : from.names()) {
            Node node = from.get(name);
            if (node instanceof Branch table && to.get(name) instanceof Branch before) {
                to.put(name, mergedDeep(before, table));
            } else if (node != null) {
                to.put(name, node);
            }
        }
        return to;
    }
}
