// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.CriRules;
import dev.ctrcfg.release.KeySchema;
import dev.ctrcfg.release.PluginIds;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the CRI plugin needs to find around it when it starts. */
final class CriSurroundings {

    private static final String CONTENT = "io.containerd.content.v1.";
    private static final String BOLT = "io.containerd.metadata.v1.bolt";
    private static final Set<String> POLICIES = Set.of("", "shared", "isolated");
    private static final int LONGEST_SOCKET_DIR = 42;

    /** Names that stand for ports on about every host. */
    private static final Set<String> SERVICES = Set.of("http", "https", "domain", "ssh", "smtp", "http-alt");

    private final PluginStart start;
    private final CriRules rules;
    private final HostFiles host;

    CriSurroundings(PluginStart start, CriRules rules, HostFiles host) {
        this.start = start;
        this.rules = rules;
        this.host = host;
    }

    private Set<String> proxies() {
        return new ProxyPlugins(start.release(), new Remarks()).ids(start.config());
    }

    void checkSnapshotter(Branch plugin, String name, String... path) {
        String id = PluginIds.SNAPSHOTTER_TYPE + "." + name;
        boolean builtIn = KeySchema.of(start.release()).section(id).isPresent() && !start.isDisabled(id);
        if (!builtIn && !proxies().contains(id)) {
            String text = "failed to find snapshotter \"" + name + "\"";
            throw new CriFailure("unknown-snapshotter", text, new Settings(plugin).written(path));
        }
    }

    /** Checks what nearly every service depends on: the database of metadata and the content store. */
    void checkStores(String prefix) {
        Settings bolt = new Settings(start.plugin(BOLT));
        String policy = bolt.text("content_sharing_policy");
        if (!POLICIES.contains(policy) && !start.isDisabled(BOLT)) {
            String text = prefix + "unknown policy: " + policy + ": invalid argument";
            throw new CriFailure("bad-content-policy", text, bolt.written("content_sharing_policy"));
        }
        if (rules.takesOneContentStore() && contentStores() > 1) {
            String text = "multiple plugins registered for io.containerd.content.v1: plugin: multiple instances";
            throw new CriFailure("two-content-stores", prefix + text, null);
        }
    }

    private int contentStores() {
        int stores = start.isDisabled(CONTENT + "content") ? 0 : 1;
        for (String id : proxies()) {
            stores += id.startsWith(CONTENT) && !start.isDisabled(id) ? 1 : 0;
        }
        return stores;
    }

    void checkShimManager() {
        if (!rules.hasShimSocketDir()) {
            return;
        }
        Settings manager = new Settings(start.plugin(PluginIds.SHIM_MANAGER));
        String folder = manager.text("socket_dir");
        String prefix = "unable to init client for cri image service: failed to get service plugin: ";
        Written written = manager.written("socket_dir");
        if (!folder.isEmpty() && !folder.startsWith("/")) {
            String text = "socket_dir must be an absolute path: \"" + folder + "\"";
            throw new CriFailure("bad-socket-dir", prefix + text, written);
        }
        if (folder.length() > LONGEST_SOCKET_DIR) {
            String text = "socket_dir is longer than " + LONGEST_SOCKET_DIR + " characters: \"" + folder + "\"";
            throw new CriFailure("bad-socket-dir", prefix + text, written);
        }
    }

    void checkConfDir(Settings plugin) {
        if (rules.needsCniConfDir() && plugin.text("cni", "conf_dir").isEmpty()) {
            String text = "failed to create cni conf monitor: failed to create cni conf dir= for watch: mkdir : no such"
                    + " file or directory";
            throw new CriFailure("no-cni-conf-dir", text, plugin.written("cni", "conf_dir"));
        }
    }

    void checkBaseSpecs(Branch runtimes, String prefix) {
        for (String name : runtimes.names()) {
            Settings runtime = Settings.of(runtimes, name);
            String file = runtime.text("base_runtime_spec");
            if (!file.isEmpty() && host.areKnown()) {
                checkBaseSpec(file, prefix, runtime.written("base_runtime_spec"));
            }
        }
    }

    private void checkBaseSpec(String file, String prefix, @Nullable Written written) {
        Optional<String> spec = host.read(file);
        String start = prefix + "failed to load base OCI spec from file: " + file + ": ";
        if (spec.isEmpty()) {
            String text =
                    start + "failed to open base OCI spec: " + file + ": open " + file + ": no such file or directory";
            throw new CriFailure("base-spec-missing", text, written);
        }
        if (!spec.get().strip().startsWith("{")) {
            throw new CriFailure("base-spec-unreadable", start + "failed to parse base OCI spec file", written);
        }
    }

    /**
     * Opens the port for streaming.
     *
     * @throws Refusal if the address cannot be one
     */
    void listen(Settings plugin) {
        String address = plugin.text("stream_server_address");
        String port = plugin.text("stream_server_port");
        String reason = "";
        if (isNumeric(address) && !isIpAddress(address)) {
            reason = "lookup " + address + ": no such host";
        } else if (isNumeric(port) && port.indexOf('.') < 0 && (port.length() > 5 || Integer.parseInt(port) > 65535)) {
            reason = "address " + port + ": invalid port";
        } else if (!port.isEmpty() && !isNumeric(port) && !SERVICES.contains(port)) {
            reason = rules.unknownPort(port);
        }
        if (!reason.isEmpty()) {
            Written at = plugin.written(reason.startsWith("lookup") ? "stream_server_address" : "stream_server_port");
            String text = "Failed to run CRI service: stream server error: listen tcp: " + reason;
            throw Refusal.exit("bad-stream-address", text, at);
        }
    }

    private static boolean isNumeric(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isIpAddress(String numeric) {
        int parts = 1;
        int number = 0;
        int digits = 0;
        for (int i = 0; i < numeric.length(); i++) {
            char c = numeric.charAt(i);
            if (c == '.') {
                if (digits == 0) {
                    return false;
                }
                parts++;
                number = 0;
                digits = 0;
            } else {
                number = number * 10 + c - '0';
                digits++;
            }
            if (number > 255 || digits > 3) {
                return false;
            }
        }
        return parts == 4 && digits > 0;
    }
}
