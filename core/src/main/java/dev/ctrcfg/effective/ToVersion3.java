// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.CniMigration;
import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.CriParts;
import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlValue;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The step of the plugins from version 2 to 3, on the tables as they are written: names count exactly.
 *
 * <p>Source: the migrations in containerd's plugins/cri/images, plugins/cri/runtime, plugins/cri, plugins/restart,
 * core/metrics/cgroups and core/runtime/v2 (2.0 to 2.4).
 */
final class ToVersion3 {

    private static final String CONTAINERD = "containerd";
    private static final String RUNTIMES = "runtimes";
    private static final String CNI = "cni";
    private static final String BIN_DIR = "bin_dir";
    private static final String BIN_DIRS = "bin_dirs";
    private static final String SANDBOX_IMAGE = "sandbox_image";
    private static final String PINNED_IMAGES = "pinned_images";
    private static final String SANDBOX_MODE = "sandbox_mode";
    private static final String SANDBOXER = "sandboxer";

    /** The tables whose insides the steps change. */
    private static final List<String> CHANGED =
            List.of(PluginIds.CRI, PluginIds.CRI_IMAGES, PluginIds.CRI_RUNTIME, PluginIds.TASK);

    private final ContainerdRelease release;
    private final Remarks remarks;

    ToVersion3(ContainerdRelease release, Remarks remarks) {
        this.release = release;
        this.remarks = remarks;
    }

    /**
     * The tables of plugins migrated; those that are given stay as they are.
     *
     * @param disabled the ids of the plugins whose step does not run
     * @throws Refusal if a table has not the shape that a step takes for granted
     */
    Branch migrated(Branch given, Set<String> disabled) {
        Branch plugins = given.at(given.written());
        for (String id : CHANGED) {
            Branch table = plugins.table(id);
            if (table != null) {
                plugins.put(id, table.deepCopy());
            }
        }
        migrate(plugins, disabled);
        return plugins;
    }

    private void migrate(Branch plugins, Set<String> disabled) {
        if (!disabled.contains(PluginIds.CRI_IMAGES)) {
            images(plugins);
        }
        if (!disabled.contains(PluginIds.CRI_RUNTIME)) {
            runtime(plugins);
        }
        if (!disabled.contains(PluginIds.CRI)) {
            server(plugins);
        }
        if (!disabled.contains(PluginIds.RESTART)) {
            rename(plugins, PluginIds.RESTART_OLD, PluginIds.RESTART);
        }
        if (!disabled.contains(PluginIds.CGROUPS)) {
            rename(plugins, PluginIds.CGROUPS_OLD, PluginIds.CGROUPS);
        }
        if (!disabled.contains(PluginIds.SHIM_MANAGER)) {
            shimManager(plugins);
        }
    }

    /** The table of a name; null if there is none, and a panic if it is something else. */
    static @Nullable Branch tableOf(Branch parent, String name) {
        Node node = parent.get(name);
        if (node == null) {
            return null;
        }
        return asTable(node);
    }

    private static Branch asTable(Node node) {
        if (node instanceof Branch table) {
            return table;
        }
        String type = GoValues.typeOf(node.value());
        String text = "interface conversion: interface {} is " + type + ", not map[string]interface {}";
        throw Refusal.panic("not-a-table", text, node.written());
    }

    private static Branch target(Branch plugins, String id, Branch source) {
        Branch known = tableOf(plugins, id);
        return known == null ? new Branch(source.written()) : known;
    }

    /** The runtime plugin's step takes anything but a table for nothing. */
    private static Branch tableOrNew(Branch parent, String name, Branch source) {
        Branch known = parent.table(name);
        return known == null ? new Branch(source.written()) : known;
    }

    private void images(Branch plugins) {
        Branch old = tableOf(plugins, PluginIds.CRI);
        if (old == null) {
            return;
        }
        Branch images = target(plugins, PluginIds.CRI_IMAGES, old);
        Node sandbox = old.get(SANDBOX_IMAGE);
        if (sandbox != null) {
            Branch pinned = tableOf(images, PINNED_IMAGES);
            Branch into = pinned == null ? new Branch(sandbox.written()) : pinned;
            overwrite(into, "sandbox", sandbox);
            images.put(PINNED_IMAGES, into);
        }
        overwriteAll(images, old, CriParts.IMAGES);
        snapshotting(images, old);
        plugins.put(PluginIds.CRI_IMAGES, images);
    }

    private void snapshotting(Branch images, Branch old) {
        Branch containerd = tableOf(old, CONTAINERD);
        if (containerd == null) {
            return;
        }
        Branch runtimes = tableOf(containerd, RUNTIMES);
        if (runtimes == null) {
            reportLost(containerd);
            return;
        }
        for (String name : runtimes.names()) {
            Branch runtime = tableOf(runtimes, name);
            Node snapshot = runtime == null ? null : runtime.get("snapshot");
            if (snapshot != null && !GoValues.isZero(snapshot.value())) {
                platform(images, name, snapshot);
            }
        }
        overwriteAll(images, containerd, CriParts.SNAPSHOTTING);
    }

    /** containerd looks for a key that no runtime has, and writes one that the image plugin does not have. */
    private static void platform(Branch images, String runtime, Node snapshot) {
        Branch known = tableOf(images, "runtime_platform");
        Branch platforms = known == null ? new Branch(snapshot.written()) : known;
        Branch platform = new Branch(snapshot.written());
        platform.put("platform", new Branch(snapshot.written()));
        platform.put("snapshotter", snapshot);
        platforms.put(runtime, platform);
        images.put("runtime_platform", platforms);
    }

    private void reportLost(Branch containerd) {
        for (String name : CriParts.SNAPSHOTTING) {
            Node node = containerd.get(name);
            if (node != null) {
                String text = "the migration drops this setting where no runtime is defined";
                remarks.ignored("lost-by-migration", text, node.written());
            }
        }
    }

    private void overwriteAll(Branch to, Branch from, List<String> names) {
        for (String name : names) {
            Node node = from.get(name);
            if (node != null) {
                overwrite(to, name, node);
            }
        }
    }

    private void overwrite(Branch to, String name, Node node) {
        Node lost = to.get(name);
        if (lost != null && lost != node) {
            reportReplaced(lost);
        }
        to.put(name, node);
    }

    private void reportReplaced(Node lost) {
        remarks.ignored("replaced-by-migration", "the migration puts another value in its place", lost.written());
    }

    private void runtime(Branch plugins) {
        Branch old = tableOf(plugins, PluginIds.CRI);
        if (old == null) {
            return;
        }
        Branch runtime = tableOrNew(plugins, PluginIds.CRI_RUNTIME, old);
        if (release.copiesWholeCriTable()) {
            Node lost = plugins.get(PluginIds.CRI_RUNTIME);
            if (lost != null) {
                reportReplaced(lost);
            }
            runtime = old.at(old.written());
        }
        for (String name : old.names()) {
            Node node = old.get(name);
            if (node == null
                    || CriParts.STREAMING.contains(name)
                    || CriParts.IMAGES.contains(name)
                    || name.equals(SANDBOX_IMAGE)) {
                continue;
            }
            switch (name) {
                case CNI -> cni(runtime, node);
                case CONTAINERD -> containerd(runtime, asTable(node));
                default -> putIfAbsent(runtime, name, node);
            }
        }
        plugins.put(PluginIds.CRI_RUNTIME, runtime);
    }

    private void putIfAbsent(Branch to, String name, Node node) {
        Node known = to.get(name);
        if (known == null) {
            to.put(name, node);
        } else if (known != node) {
            String text = "the migration keeps the value of " + PluginIds.CRI_RUNTIME;
            remarks.ignored("lost-by-migration", text, node.written());
        }
    }

    private void cni(Branch runtime, Node node) {
        if (release.cniMigration() == CniMigration.BIN_DIRS) {
            if (node instanceof Branch from) {
                binDirs(runtime, from);
            }
        } else {
            putIfAbsent(runtime, CNI, node);
        }
    }

    private void binDirs(Branch runtime, Branch from) {
        Branch cni = tableOrNew(runtime, CNI, from);
        for (String name : from.names()) {
            Node node = from.get(name);
            if (node != null && !name.equals(BIN_DIR)) {
                putIfAbsent(cni, name, node);
            }
        }
        Node binDir = from.get(BIN_DIR);
        if (binDir != null) {
            overwrite(cni, BIN_DIRS, new Leaf(TomlArray.of(string(binDir)), binDir.written()));
        }
        runtime.put(CNI, cni);
    }

    private static TomlValue string(Node node) {
        if (node.value() instanceof TomlString text) {
            return text;
        }
        String type = GoValues.typeOf(node.value());
        throw Refusal.panic(
                "not-a-string", "interface conversion: interface {} is " + type + ", not string", node.written());
    }

    private void containerd(Branch runtime, Branch from) {
        Branch containerd = tableOrNew(runtime, CONTAINERD, from);
        for (String name : from.names()) {
            Node node = from.get(name);
            if (node != null && !CriParts.SNAPSHOTTING.contains(name)) {
                putIfAbsent(containerd, name, node);
            }
        }
        Branch runtimes = tableOf(containerd, RUNTIMES);
        if (runtimes != null) {
            for (String name : runtimes.names()) {
                sandboxer(runtimes, name);
            }
        }
        runtime.put(CONTAINERD, containerd);
    }

    private static void sandboxer(Branch runtimes, String name) {
        Branch runtime = tableOf(runtimes, name);
        Node mode = runtime == null ? null : runtime.get(SANDBOX_MODE);
        if (runtime != null && mode != null && !runtime.has(SANDBOXER)) {
            runtime.put(SANDBOXER, mode);
            runtime.remove(SANDBOX_MODE);
        }
    }

    private static void server(Branch plugins) {
        Branch old = tableOf(plugins, PluginIds.CRI);
        if (old == null) {
            return;
        }
        Branch server = new Branch(old.written());
        for (String name : old.names()) {
            Node node = old.get(name);
            if (node != null && CriParts.STREAMING.contains(name)) {
                server.put(name, node);
            }
        }
        plugins.put(PluginIds.CRI, server);
    }

    private void rename(Branch plugins, String old, String id) {
        Node node = plugins.get(old);
        if (node != null) {
            overwrite(plugins, id, node);
            plugins.remove(old);
        }
    }

    private void shimManager(Branch plugins) {
        Branch task = tableOf(plugins, PluginIds.TASK);
        if (task == null) {
            return;
        }
        Node schedCore = task.remove("sched_core");
        Branch manager = new Branch(schedCore == null ? task.written() : schedCore.written());
        if (schedCore != null && schedCore.value().equals(TomlValue.of(true))) {
            TomlValue env = TomlArray.of(TomlValue.of("SCHED_CORE=1"));
            manager.put("env", new Leaf(env, schedCore.written()));
        } else if (schedCore != null && schedCore.value().type() != TomlValue.Type.BOOLEAN) {
            String value = GoValues.print(schedCore.value());
            String text = "skipping migration for non-boolean 'sched_core' value " + value;
            remarks.warn("wrong-type", text, schedCore.written());
        }
        Branch lost = plugins.table(PluginIds.SHIM_MANAGER);
        if (lost != null) {
            reportEmptied(lost);
        }
        plugins.put(PluginIds.SHIM_MANAGER, manager);
    }

    private void reportEmptied(Branch manager) {
        for (String name : manager.names()) {
            Node node = manager.get(name);
            if (node != null) {
                reportReplaced(node);
            }
        }
    }
}
