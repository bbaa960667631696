// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.toml.TomlString;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Registers the plugins that other processes serve.
 *
 * <p>Source: {@code LoadPlugins} in containerd's server.go.
 */
final class ProxyPlugins {

    private final ContainerdRelease release;
    private final Remarks remarks;

    ProxyPlugins(ContainerdRelease release, Remarks remarks) {
        this.release = release;
        this.remarks = remarks;
    }

    /**
     * Registers them.
     *
     * @throws Refusal if the type of one is unknown, or a plugin of its id is there
     */
    void register(Branch config) {
        Branch proxies = config.table("proxy_plugins");
        if (proxies == null) {
            return;
        }
        for (String name : proxies.names()) {
            if (proxies.get(name) instanceof Branch proxy) {
                register(name, proxy);
            }
        }
    }

    private void register(String name, Branch proxy) {
        Optional<String> type = release.proxyPluginType(text(proxy.get("type")));
        if (type.isEmpty()) {
            remarks.warn("unknown-proxy-type", "unknown proxy plugin type", proxy.written());
            throw Refusal.panic("unknown-proxy-type", "plugin: no type", proxy.written());
        }
        String id = type.get() + "." + name;
        if (KeySchema.of(release).section(id).isPresent()) {
            throw Refusal.panic("double-plugin", id + ": plugin: id already registered", proxy.written());
        }
    }

    /** The ids of those that can be registered. */
    Set<String> ids(Branch config) {
        Branch proxies = config.table("proxy_plugins");
        Set<String> ids = new HashSet<>();
        for (String name : proxies == null ? List.<String>of() : proxies.names()) {
            Branch proxy = proxies == null ? null : proxies.table(name);
            Optional<String> type = release.proxyPluginType(text(proxy == null ? null : proxy.get("type")));
            if (type.isPresent()) {
                ids.add(type.get() + "." + name);
            }
        }
        return ids;
    }

    static String text(@Nullable Node node) {
        return node != null && node.value() instanceof TomlString string ? string.value() : "";
    }
}
