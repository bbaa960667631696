// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.GoDuration;
import dev.ctrcfg.release.MigrationTiming;
import dev.ctrcfg.release.ReleaseLine;
import java.util.Locale;
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
        Branch top = new TopLevel(release).withDefaults(config);
        Settings settings = new Settings(top);
        checkLog(settings);
        checkFolders(settings);
        checkTimeouts(top.table("timeouts"));
        long version = LoadedFile.version(config);
        if (version < 0 && release.migrationTiming() == MigrationTiming.AFTER_MERGE) {
            String text = "runtime error: index out of range [" + version + "]";
            throw Refusal.panic("bad-version", text, settings.written(LoadedFile.VERSION));
        }
    }

    private void checkLog(Settings top) {
        String level = top.text("debug", "level");
        if (!level.isEmpty() && !LEVELS.contains(level.toLowerCase(Locale.ROOT))) {
            String text = "not a valid logrus Level: \"" + level + "\"";
            throw Refusal.exit("bad-log-level", text, top.written("debug", "level"));
        }
        String format = top.text("debug", "format");
        if (release.since(ReleaseLine.V1_5) && !FORMATS.contains(format)) {
            throw Refusal.exit("bad-log-format", "unknown log format: " + format, top.written("debug", "format"));
        }
    }

    private static void checkFolders(Settings top) {
        if (top.text("root").equals(top.text("state"))) {
            String text = "root and state must be different paths";
            Written state = top.written("state");
            throw Refusal.exit("root-is-state", text, state == null ? top.written("root") : state);
        }
    }

    private static void checkTimeouts(@Nullable Branch timeouts) {
        if (timeouts == null) {
            return;
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
