// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.registry;

import dev.ctrcfg.release.GoUrl;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;

/**
 * The endpoints that {@code registry.mirrors} gives a registry. They count only if {@code config_path} is not set.
 *
 * <p>Source: {@code registryEndpoints} in containerd's pkg/cri/server/image_pull.go (1.x) and
 * internal/cri/server/images/image_pull.go (2.x), the same from 1.4 to 2.4.
 */
public final class InlineMirrors {

    private InlineMirrors() {}

    /**
     * {@return the URLs that are asked, in order}
     *
     * @param registry the {@code registry} table of the CRI plugin
     * @param host the registry's host as image names have it, {@code docker.io} for Docker Hub
     * @throws IllegalArgumentException if an endpoint is not a URL, for which pulls fail; the message is containerd's
     */
    public static List<String> endpoints(TomlTable registry, String host) {
        boolean own = registry.find(Key.of("mirrors", host)).isPresent();
        List<String> urls = new ArrayList<>();
        boolean itself = false;
        for (String endpoint : listed(registry, own ? host : "*")) {
            String url = withScheme(endpoint);
            urls.add(url);
            itself |= parse(url).host().equals(host);
        }
        if (!itself) {
            String name = host.equals("docker.io") ? "registry-1.docker.io" : host;
            urls.add(scheme(name) + "://" + name);
        }
        return urls;
    }

    private static GoUrl parse(String url) {
        try {
            return GoUrl.parse(url);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("parse endpoint url: " + e.getMessage(), e);
        }
    }

    private static List<String> listed(TomlTable registry, String name) {
        List<String> listed = new ArrayList<>();
        if (registry.find(Key.of("mirrors", name, "endpoint")).orElse(null) instanceof TomlArray endpoints) {
            for (TomlValue endpoint : endpoints.items()) {
                if (endpoint instanceof TomlString string) {
                    listed.add(string.value());
                }
            }
        }
        return listed;
    }

    private static String withScheme(String endpoint) {
        return endpoint.contains("://")
                ? endpoint
                : scheme(parse("dummy://" + endpoint).host()) + "://" + endpoint;
    }

    private static String scheme(String host) {
        return GoUrl.isLocal(host) ? "http" : "https";
    }
}
