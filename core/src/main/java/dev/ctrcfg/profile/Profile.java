// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.profile;

import dev.ctrcfg.release.ConfigVersion;
import java.util.List;
import java.util.Optional;

/** A Kubernetes distribution with a containerd of its own. */
public enum Profile {
    /** K3s, which renders a template at every start. */
    K3S("k3s", "/var/lib/rancher/k3s/agent/etc/containerd", "systemctl restart k3s or k3s-agent"),
    /** RKE2, which does the same. */
    RKE2("rke2", "/var/lib/rancher/rke2/agent/etc/containerd", "systemctl restart rke2-server or rke2-agent"),
    /** MicroK8s, which fills a template in at every start. */
    MICROK8S("microk8s", "/var/snap/microk8s/current/args", "snap restart microk8s.daemon-containerd"),
    /** k0s, which merges the files of a directory as long as nobody has taken over the main one. */
    K0S("k0s", "/etc/k0s", "nothing: k0s watches the directory and restarts containerd itself");

    private static final String RANCHER = "/agent/etc/containerd";
    private static final String MANAGED = "# k0s_managed=true";

    private final String id;
    private final String directory;
    private final String restart;

    Profile(String id, String directory, String restart) {
        this.id = id;
        this.directory = directory;
        this.restart = restart;
    }

    /**
     * {@return the distribution of a name; empty if there is none}
     *
     * @param id the name, in lower case
     */
    public static Optional<Profile> of(String id) {
        for (Profile profile : values()) {
            if (profile.id.equals(id)) {
                return Optional.of(profile);
            }
        }
        return Optional.empty();
    }

    /**
     * {@return the distribution that a file belongs to, by its path; empty if by none}
     *
     * @param path an absolute path
     */
    public static Optional<Profile> ofPath(String path) {
        String parent = parent(path);
        if (parent.endsWith(RANCHER)) {
            return Optional.of(parent.contains("/rke2/") ? RKE2 : K3S);
        }
        if (parent.endsWith("/args") && parent.contains("/microk8s/")) {
            return Optional.of(MICROK8S);
        }
        return parent.endsWith("/etc/k0s") || parent.endsWith("/run/k0s") ? Optional.of(K0S) : Optional.empty();
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** {@return the name, such as {@code k3s}} */
    public String id() {
        return id;
    }

    /** {@return how a changed configuration comes into effect, in words for a person} */
    public String restart() {
        return restart;
    }

    /**
     * {@return the files that a person may edit, each an absolute path; the first that exists counts}
     */
    public List<String> files() {
        return switch (this) {
            case K3S, RKE2 -> List.of(directory + "/config-v3.toml.tmpl", directory + "/config.toml.tmpl");
            case MICROK8S -> List.of(directory + "/containerd-template.toml");
            case K0S -> List.of(directory + "/containerd.toml");
        };
    }

    /**
     * {@return the file that a person may edit where none of {@link #files()} exists}
     *
     * @param version the version of the configuration that the distribution's containerd is given
     */
    public String newFile(ConfigVersion version) {
        boolean old = !version.isAtLeast(ConfigVersion.V3);
        return this == K3S || this == RKE2 ? files().get(old ? 1 : 0) : files().get(0);
    }

    /** {@return the text that a new {@link #newFile} begins with} */
    public String newText() {
        return this == K3S || this == RKE2 ? "{{ template \"base\" . }}\n" : "";
    }

    /** {@return the file that containerd is given} */
    public String rendered() {
        return switch (this) {
            case K3S, RKE2 -> directory + "/config.toml";
            case MICROK8S -> directory + "/containerd.toml";
            case K0S -> "/run/k0s/containerd-cri.toml";
        };
    }

    /**
     * {@return the directory whose files the distribution's configuration imports by itself; empty if it imports none}
     *
     * @param version the version of the configuration
     */
    public Optional<String> dropInDirectory(ConfigVersion version) {
        return switch (this) {
            case K3S, RKE2 ->
                Optional.of(
                        directory + (!version.isAtLeast(ConfigVersion.V3) ? "/config.toml.d" : "/config-v3.toml.d"));
            case MICROK8S -> Optional.empty();
            case K0S -> Optional.of(directory + "/containerd.d");
        };
    }

    /**
     * {@return why an edit of a file would not last, and what to do instead; empty if it would}
     *
     * @param path the absolute path of a file of this distribution
     * @param text what the file holds
     */
    public Optional<String> objection(String path, String text) {
        String name = name(path);
        return switch (this) {
            case K3S, RKE2 ->
                when(
                        name.equals("config.toml"),
                        id + " writes this file at every start; patch config-v3.toml.tmpl or config.toml.tmpl beside"
                                + " it instead");
            case MICROK8S ->
                when(
                        name.equals("containerd.toml"),
                        "MicroK8s writes this file at every start; patch containerd-template.toml beside it instead");
            case K0S ->
                when(
                        text.startsWith(MANAGED),
                        "k0s writes this file at every start; use --drop-in, which goes to containerd.d beside it, or"
                                + " remove the first line to take the file over");
        };
    }

    private static Optional<String> when(boolean applies, String text) {
        return applies ? Optional.of(text) : Optional.empty();
    }
}
