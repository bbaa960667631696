// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.registry;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.GoUrl;
import dev.ctrcfg.release.ReleaseLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows {@code registry.config_path} as a release of containerd does, on Linux.
 *
 * <p>Source: {@code hostDirFromRoots} in containerd's CRI plugin, and {@code ConfigureHosts} in
 * remotes/docker/config/hosts.go (1.5 to 1.7) and core/remotes/docker/config/hosts.go (2.x).
 */
public final class RegistryHosts {

    private static final String DOCKER_HUB = "docker.io";

    private final ContainerdRelease release;
    private final RegistryFiles files;

    /**
     * Creates a reader.
     *
     * @param release the release, 1.5 or later
     * @param files the files of the host
     * @throws IllegalArgumentException if the release has no {@code config_path}
     */
    public RegistryHosts(ContainerdRelease release, RegistryFiles files) {
        if (!release.since(ReleaseLine.V1_5)) {
            throw new IllegalArgumentException("containerd " + release + " has no registry.config_path");
        }
        this.release = release;
        this.files = files;
    }

    /**
     * {@return the folder that holds the configuration of a registry}
     *
     * <p>The first root that has one wins, be it the registry's own or, since 1.6.17 and 1.7.0, {@code _default}.
     *
     * @param configPath the value of {@code config_path}, roots with colons between them
     * @param registry the registry's host as image names have it, with a port or not
     */
    public Optional<String> folder(String configPath, String registry) {
        for (String root : configPath.split(":", -1)) {
            for (String name : names(registry)) {
                String folder = root.endsWith("/") ? root + name : root + "/" + name;
                if (!root.isEmpty() && files.exists(folder)) {
                    return Optional.of(folder);
                }
            }
        }
        return Optional.empty();
    }

    private List<String> names(String registry) {
        List<String> names = new ArrayList<>();
        int colon = registry.lastIndexOf(':');
        if (colon > 0) {
            names.add(registry.substring(0, colon) + "_" + registry.substring(colon + 1) + "_");
        }
        names.add(registry);
        if (release.since(ReleaseLine.V1_6, 17)) {
            names.add("_default");
        }
        return names;
    }

    /**
     * {@return the hosts that are asked for images of a registry, in order}
     *
     * @param configPath the value of {@code config_path}
     * @param registry the registry's host as image names have it, {@code docker.io} for Docker Hub
     */
    public List<RegistryHost> hosts(String configPath, String registry) {
        List<RegistryHost> hosts = new ArrayList<>();
        for (HostEntry entry : entries(configPath, registry)) {
            hosts.add(new RegistryHost(
                    entry.url().map(url -> tried(url, entry.tls())).orElse(""), entry.capabilities(), entry.headers()));
        }
        int last = hosts.size() - 1;
        if (last < 0) {
            return List.of(itself(registry, Map.of()));
        }
        if (hosts.get(last).url().isEmpty()) {
            hosts.set(last, itself(registry, hosts.get(last).headers()));
        }
        return List.copyOf(hosts);
    }

    private List<HostEntry> entries(String configPath, String registry) {
        Optional<byte[]> file = folder(configPath, registry).flatMap(folder -> files.read(folder + "/hosts.toml"));
        if (file.isEmpty() || file.get().length == 0) {
            return List.of();
        }
        return HostsFile.read(file.get(), release) instanceof HostsFile.Followed followed
                ? followed.hosts()
                : List.of();
    }

    private RegistryHost itself(String registry, Map<String, List<String>> headers) {
        String host = registry.equals(DOCKER_HUB) ? "registry-1.docker.io" : registry;
        return new RegistryHost("https://" + host + "/v2", HostsReader.all(release), headers);
    }

    /** Since 1.6 an HTTP host with settings for TLS on a port of its own is tried by HTTPS first. */
    private String tried(String url, HostEntry.Tls tls) {
        boolean asks = tls == HostEntry.Tls.SPECIFIED && release.since(ReleaseLine.V1_6);
        if (!asks || !url.startsWith("http://")) {
            return url;
        }
        String port = GoUrl.parse(url).port();
        return port.isEmpty() || port.equals("80") ? url : "https" + url.substring("http".length());
    }
}
