// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.GoDuration;
import dev.ctrcfg.release.MigrationTiming;
import dev.ctrcfg.release.ReleaseLine;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the daemon does with its configuration that {@code config dump} does not.
 *
 * <p>Source: containerd's cmd/containerd/command/main.go and server.go.
 */
final class DaemonStart {

    private static final Set<String> LEVELS =
            Set.of("panic", "fatal", "error", "warn", "warning", "info", "debug", "trace");
    private static final Set<String> FORMATS = Set.of("", "text", "json");

    private final ContainerdRelease release;
    private final Branch config;
    private final Remarks remarks;
    private final HostFiles host;

    DaemonStart(ContainerdRelease release, Branch config, Remarks remarks, HostFiles host) {
        this.release = release;
        this.config = config;
        this.remarks = remarks;
        this.host = host;
    }

    /**
     * Looks at the settings of the daemon itself.
     *
     * @throws Refusal if the daemon ends
     */
    void checkTopLevel() {
        checkLog();
        checkFolders();
        checkTimeouts();
        long version = LoadedFile.version(config);
        if (version < 0 && release.migrationTiming() == MigrationTiming.AFTER_MERGE) {
            String text = "runtime error: index out of range [" + version + "]";
            Node stated = config.get(LoadedFile.VERSION);
            throw Refusal.panic("bad-version", text, stated == null ? null : stated.written());
        }
    }

    /** A setting that is in force: a file's value, unless it is zero, before the default. */
    private @Nullable Node find(String... path) {
        Node given = new Settings(config).find(path);
        boolean counts = given != null && !GoValues.isZero(given.value());
        Node preset = counts ? given : new Settings(DefaultTree.topLevel(release)).find(path);
        return preset == null ? given : preset;
    }

    private static String text(@Nullable Node node) {
        return node == null ? "" : ProxyPlugins.text(node);
    }

    private static @Nullable Written written(@Nullable Node node) {
        return node == null ? null : node.written();
    }

    private void checkLog() {
        Node given = find("debug", "level");
        String level = text(given);
        if (!level.isEmpty() && !LEVELS.contains(level.toLowerCase(Locale.ROOT))) {
            String text = "not a valid logrus Level: \"" + level + "\"";
            throw Refusal.exit("bad-log-level", text, written(given));
        }
        Node shape = find("debug", "format");
        String format = text(shape);
        if (release.since(ReleaseLine.V1_5) && !FORMATS.contains(format)) {
            throw Refusal.exit("bad-log-format", "unknown log format: " + format, written(shape));
        }
    }

    private void checkFolders() {
        Node root = find("root");
        Node state = find("state");
        if (text(root).equals(text(state))) {
            Written written = written(state);
            String text = "root and state must be different paths";
            throw Refusal.exit("root-is-state", text, written == null ? written(root) : written);
        }
    }

    /** The defaults come first, and are all right unless a file replaces them. */
    private void checkTimeouts() {
        Branch timeouts =
                new Settings(DefaultTree.topLevel(release)).table("timeouts").at(null);
        Branch given = new Settings(config).table("timeouts");
        for (Map.Entry<String, Node> entry : given.entries().entrySet()) {
            timeouts.put(entry.getKey(), entry.getValue());
        }
        for (String name : timeouts.names()) {
            Node node = timeouts.get(name);
            String text = ProxyPlugins.text(node);
            if (node != null && !GoDuration.isValid(text)) {
                String said = "unable to parse " + text + " into a time duration";
                throw Refusal.exit("bad-timeout", said, node.written());
            }
        }
    }

    /**
     * Starts the plugins.
     *
     * @throws Refusal if the daemon ends
     */
    void startPlugins(PluginTables plugins) {
        LegacyServer.report(release, config, remarks);
        PluginStart start = new PluginStart(release, config, remarks, plugins);
        CriStart cri = new CriStart(start, host);
        cri.load();
        new RequiredPlugins(release, config, plugins).check(cri.failures());
        cri.run();
    }
}
