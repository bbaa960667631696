// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.registry;

import dev.ctrcfg.release.GoUrl;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlDocument;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A directory of {@code hosts.toml} files, one for each registry, that says what {@code mirrors} and {@code configs} of
 * the CRI plugin's registry table say.
 *
 * <p>The endpoints of {@code mirrors."*"} go to {@code _default}. Settings for TLS go to every file that names the host;
 * a host that has some and no mirrors gets a file of its own. Credentials become a fixed header if that is asked for,
 * which serves registries with basic authentication; one that hands out tokens needs them where they are.
 */
public final class HostsTree {

    /** Where credentials go. */
    public enum Credentials {
        /** They stay in the registry table. */
        KEPT,
        /** They become an {@code authorization} header of the host. */
        HEADER
    }

    private static final String MIRRORS = "mirrors";
    private static final String CONFIGS = "configs";
    private static final String ANY = "*";
    private static final String DEFAULT_DIRECTORY = "_default";

    private final TomlTable registry;
    private final Credentials credentials;

    private HostsTree(TomlTable registry, Credentials credentials) {
        this.registry = registry;
        this.credentials = credentials;
    }

    /**
     * {@return the files by the names of their directories}
     *
     * @param registry the {@code registry} table of the CRI plugin
     * @param credentials where credentials go
     * @throws IllegalArgumentException if an endpoint is not a URL, or a registry's name cannot be that of a directory
     */
    public static Map<String, TomlDocument> of(TomlTable registry, Credentials credentials) {
        return new HostsTree(registry, credentials).files();
    }

    private Map<String, TomlDocument> files() {
        Map<String, TomlDocument> files = new LinkedHashMap<>();
        for (String host : hosts()) {
            String directory = host.equals(ANY) ? DEFAULT_DIRECTORY : host;
            if (directory.indexOf('/') >= 0 || directory.isEmpty() || directory.startsWith(".")) {
                throw new IllegalArgumentException("no directory can have the name of the registry \"" + host + "\"");
            }
            files.put(directory, TomlDocument.parse(file(host)));
        }
        return files;
    }

    /** The registries with mirrors, and the hosts with settings of their own. */
    private Set<String> hosts() {
        Set<String> hosts =
                new LinkedHashSet<>(table(registry, MIRRORS).entries().keySet());
        for (String host : table(registry, CONFIGS).entries().keySet()) {
            if (!config(host).isEmpty() && !isEndpoint(host)) {
                hosts.add(host);
            }
        }
        if (credentials == Credentials.HEADER) {
            table(registry, "auths").entries().keySet().forEach(url -> hosts.add(hostOf(url)));
        }
        return hosts;
    }

    private boolean isEndpoint(String host) {
        for (String mirror : table(registry, MIRRORS).entries().keySet()) {
            for (String endpoint : endpoints(mirror)) {
                if (GoUrl.parse(endpoint).host().equals(host)) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<String> endpoints(String host) {
        List<String> urls = InlineMirrors.endpoints(registry, host);
        List<String> asked = host.equals(ANY) ? urls.subList(0, urls.size() - 1) : urls;
        return List.copyOf(new LinkedHashSet<>(asked));
    }

    private static String hostOf(String url) {
        String host = GoUrl.parse(url).host();
        return host.isEmpty() ? url : host;
    }

    private String file(String host) {
        List<String> urls = endpoints(host);
        StringBuilder out = new StringBuilder();
        if (!host.equals(ANY)) {
            String name = host.equals("docker.io") ? "registry-1.docker.io" : host;
            out.append("server = ").append(quoted((GoUrl.isLocal(host) ? "http://" : "https://") + name));
            out.append('\n');
        }
        boolean alone = urls.size() == 1;
        for (String url : urls) {
            boolean itself = !host.equals(ANY) && url.equals(urls.get(urls.size() - 1)) && !isListed(host, url);
            if (!itself || alone || !config(GoUrl.parse(url).host()).isEmpty()) {
                entry(out, url);
            }
        }
        return out.toString();
    }

    private boolean isListed(String host, String url) {
        String name = table(registry, MIRRORS).get(host).isPresent() ? host : ANY;
        Optional<TomlValue> listed = registry.find(Key.of(MIRRORS, name, "endpoint"));
        return listed.orElse(null) instanceof TomlArray array && array.items().contains(TomlValue.of(url));
    }

    private void entry(StringBuilder out, String url) {
        GoUrl parsed = GoUrl.parse(url);
        String path = parsed.path();
        boolean plain = path.isEmpty() || path.equals("/v2");
        out.append(out.length() == 0 ? "" : "\n")
                .append("[host.")
                .append(quoted(url))
                .append("]\n");
        out.append("  capabilities = [\"pull\", \"resolve\"]\n");
        if (!plain) {
            out.append("  override_path = true\n");
        }
        config(parsed.host())
                .forEach((name, value) -> out.append("  ")
                        .append(name)
                        .append(" = ")
                        .append(value.toToml())
                        .append('\n'));
    }

    private static String quoted(String text) {
        return TomlValue.of(text).toToml();
    }

    /** The lines that the settings of a host amount to. */
    private Map<String, TomlValue> config(String host) {
        Map<String, TomlValue> lines = new LinkedHashMap<>();
        TomlTable config = table(table(registry, CONFIGS), host);
        TomlTable tls = table(config, "tls");
        if (tls.get("insecure_skip_verify").filter(TomlValue.of(true)::equals).isPresent()) {
            lines.put("skip_verify", TomlValue.of(true));
        }
        text(tls, "ca_file").ifPresent(file -> lines.put("ca", TomlValue.of(file)));
        text(tls, "cert_file").ifPresent(file -> lines.put("client", client(file, text(tls, "key_file"))));
        if (credentials == Credentials.HEADER) {
            authorization(host, config).ifPresent(value -> lines.put("header", value));
        }
        return lines;
    }

    private static TomlValue client(String certificate, Optional<String> key) {
        List<TomlValue> pair = new ArrayList<>();
        pair.add(TomlValue.of(certificate));
        key.ifPresent(file -> pair.add(TomlValue.of(file)));
        return TomlArray.of(new TomlArray(pair));
    }

    private Optional<TomlValue> authorization(String host, TomlTable config) {
        TomlTable auth = table(config, "auth");
        for (Map.Entry<String, TomlValue> other :
                table(registry, "auths").entries().entrySet()) {
            if (hostOf(other.getKey()).equals(host) && other.getValue() instanceof TomlTable table) {
                auth = table;
            }
        }
        return Authorization.header(auth)
                .map(value -> TomlTable.builder()
                        .put("authorization", TomlArray.of(TomlValue.of(value)))
                        .build());
    }

    private static TomlTable table(TomlTable table, String name) {
        return table.get(name).orElse(null) instanceof TomlTable below ? below : TomlTable.EMPTY;
    }

    private static Optional<String> text(TomlTable table, String name) {
        return table.get(name).orElse(null) instanceof TomlString string
                        && !string.value().isEmpty()
                ? Optional.of(string.value())
                : Optional.empty();
    }
}
