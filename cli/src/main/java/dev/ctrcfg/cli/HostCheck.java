// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.effective.EffectiveConfig;
import dev.ctrcfg.io.HostFiles;
import dev.ctrcfg.model.CriLayout;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks for what a configuration names on its host: folders of the network plugins, snapshotters, proxies. */
final class HostCheck {

    /** The snapshotters that some release of containerd brings along. */
    private static final Set<String> BUILT_IN =
            Set.of("aufs", "blockfile", "btrfs", "devmapper", "erofs", "native", "overlayfs", "zfs");

    private static final String INSTALL_NETWORK =
            "install the network of the cluster; until then no pod gets an address";

    private final TomlTable root;
    private final CriLayout layout;
    private final HostFiles host;
    private final List<Diagnosis> found = new ArrayList<>();

    HostCheck(EffectiveConfig config, HostFiles host) {
        this.root = config.root();
        this.layout = CriLayout.of(config.release().writtenConfigVersion());
        this.host = host;
    }

    List<Diagnosis> findings() {
        askForNetwork();
        askForSnapshotters();
        askForProxies();
        return found;
    }

    private void askForNetwork() {
        List<String> folders = new ArrayList<>(texts(setting("cni", "bin_dirs")));
        if (folders.isEmpty()) {
            folders.addAll(texts(setting("cni", "bin_dir")));
        }
        if (!folders.isEmpty() && !holdsAny(folders, "*")) {
            found.add(Diagnosis.warning(
                    "cni", "no network plugins are in " + String.join(", ", folders), INSTALL_NETWORK));
        }
        for (String folder : texts(setting("cni", "conf_dir"))) {
            if (!holdsAny(List.of(folder), "*.{conf,conflist,json}")) {
                found.add(Diagnosis.warning("cni", "no network is configured in " + folder, INSTALL_NETWORK));
            }
        }
    }

    private boolean holdsAny(List<String> folders, String glob) {
        for (String folder : folders) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(host.find(folder), glob)) {
                if (files.iterator().hasNext()) {
                    return true;
                }
            } catch (IOException e) {
                // It is not there, or cannot be looked into.
            }
        }
        return false;
    }

    private void askForSnapshotters() {
        Handlers handlers = Handlers.of(root, layout);
        Set<String> wanted = new LinkedHashSet<>();
        for (TomlTable runtime : handlers.runtimes().values()) {
            wanted.addAll(texts(runtime.get("snapshotter")));
        }
        // The CRI plugin itself looks for this one when it starts, and the release's verdict says what it finds.
        wanted.remove(handlers.snapshotter());
        for (String snapshotter : wanted) {
            if (!snapshotter.isEmpty() && !BUILT_IN.contains(snapshotter) && !isProxied(snapshotter)) {
                found.add(Diagnosis.error(
                        "snapshotter",
                        "the snapshotter " + snapshotter + " is neither built in nor among proxy_plugins",
                        "add a table proxy_plugins." + snapshotter + " with type = \"snapshot\" and its address"));
            }
        }
    }

    private boolean isProxied(String snapshotter) {
        return root.find(Key.of("proxy_plugins", snapshotter, "type")).equals(Optional.of(TomlValue.of("snapshot")));
    }

    private void askForProxies() {
        if (!(root.get("proxy_plugins").orElse(TomlTable.EMPTY) instanceof TomlTable proxies)) {
            return;
        }
        for (Map.Entry<String, TomlValue> proxy : proxies.entries().entrySet()) {
            String key = "proxy_plugins." + proxy.getKey();
            List<String> addresses =
                    proxy.getValue() instanceof TomlTable table ? texts(table.get("address")) : List.of();
            for (String address : addresses) {
                String path = address.startsWith("unix://") ? address.substring("unix://".length()) : address;
                if (path.startsWith("/") && !host.exists(path)) {
                    found.add(Diagnosis.error(
                            "proxy", key + ": there is no socket " + path, "start the service that listens there"));
                }
            }
        }
    }

    private Optional<TomlValue> setting(String... name) {
        return layout.locate(Key.of(name)).flatMap(root::find);
    }

    private static List<String> texts(Optional<TomlValue> value) {
        List<String> texts = new ArrayList<>();
        if (value.isPresent() && value.get() instanceof TomlArray array) {
            for (TomlValue item : array.items()) {
                texts.addAll(texts(Optional.of(item)));
            }
        } else if (value.isPresent()
                && value.get() instanceof TomlString text
                && !text.value().isEmpty()) {
            texts.add(text.value());
        }
        return texts;
    }
}
