// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.CriRules;
import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.release.PluginOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/** Starts the plugins that make up the CRI plugin: one before containerd 2.0, three since. */
final class CriStart {

    private static final String INVALID = "invalid plugin config: ";
    private static final String INVALID_IMAGES = "invalid cri image config: ";
    private static final String SERVICE = "failed to create CRI service: ";

    private final PluginStart start;
    private final CriRules rules;
    private final boolean split;
    private final CriSurroundings surroundings;
    private final Map<String, String> failures = new LinkedHashMap<>();

    CriStart(PluginStart start, HostFiles host) {
        this.start = start;
        ContainerdRelease release = start.release();
        this.rules = new CriRules(release);
        this.split = release.criPluginIds().size() > 1;
        this.surroundings = new CriSurroundings(start, rules, host);
    }

    /** What kept plugins from loading, by their ids. */
    Map<String, String> failures() {
        return failures;
    }

    void load() {
        for (String id : new PluginOrder(start.release()).sorted(start.release().criPluginIds())) {
            if (!start.isDisabled(id)) {
                load(id);
            }
        }
    }

    private void load(String id) {
        try {
            switch (id) {
                case PluginIds.CRI_IMAGES -> loadImages();
                case PluginIds.CRI_RUNTIME -> loadRuntime();
                default -> {
                    if (split) {
                        loadServer();
                    } else {
                        loadOld();
                    }
                }
            }
        } catch (CriFailure failure) {
            failures.put(id, failure.text());
            start.remarks().add(failure.remark());
        }
    }

    private void loadImages() {
        Branch plugin = start.plugin(PluginIds.CRI_IMAGES);
        ImageChecks checks = new ImageChecks(rules, start.remarks(), plugin);
        try {
            checks.check();
        } catch (CriFailure failure) {
            throw failure.behind(INVALID_IMAGES);
        }
        surroundings.checkStores("");
        surroundings.checkSnapshotter(plugin, new Settings(plugin).text("snapshotter"), "snapshotter");
        surroundings.checkShimManager();
        checks.checkPlatforms();
        checks.checkTransfer();
    }

    private void loadRuntime() {
        Branch plugin = start.plugin(PluginIds.CRI_RUNTIME);
        try {
            new RuntimeChecks(rules, start.remarks(), plugin).check();
        } catch (CriFailure failure) {
            throw failure.behind(INVALID);
        }
        Branch runtimes = new Settings(plugin).table("containerd", "runtimes");
        surroundings.checkBaseSpecs(runtimes, "failed to create load basic oci spec: ");
    }

    private void loadServer() {
        Settings plugin = new Settings(start.plugin(PluginIds.CRI));
        CriChecks checks = new CriChecks(rules, start.remarks());
        try {
            checks.checkDuration(plugin, "stream_idle_timeout", "invalid stream idle timeout: ");
        } catch (CriFailure failure) {
            throw failure.behind(INVALID_IMAGES);
        }
        depend(PluginIds.CRI_RUNTIME, "runtime");
        depend(PluginIds.CRI_IMAGES, "image");
        try {
            checks.checkStreaming(plugin);
        } catch (CriFailure failure) {
            throw failure.behind("failed to get streaming config: invalid stream server configuration: ");
        }
    }

    private void depend(String id, String name) {
        String prefix = "unable to load CRI " + name + " service plugin dependency: ";
        String failure = failures.get(id);
        if (failure != null) {
            throw new CriFailure("dependency", prefix + failure, null);
        }
        if (start.isDisabled(id)) {
            String text = prefix + "no plugins registered for " + id + ": plugin: not found";
            throw new CriFailure("dependency", text, null);
        }
    }

    private void loadOld() {
        Branch table = start.plugin(PluginIds.CRI);
        Settings plugin = new Settings(table);
        OldCriChecks checks = new OldCriChecks(rules, start.remarks(), table);
        try {
            checks.check();
        } catch (CriFailure failure) {
            throw failure.behind(INVALID);
        }
        surroundings.checkStores("failed to get services: ");
        try {
            surroundings.checkSnapshotter(table, plugin.text("containerd", "snapshotter"), "containerd", "snapshotter");
            surroundings.checkConfDir(plugin);
            checkStreaming(plugin);
            surroundings.checkBaseSpecs(checks.runtimes(), "");
        } catch (CriFailure failure) {
            throw failure.behind(SERVICE);
        }
    }

    private void checkStreaming(Settings plugin) {
        try {
            new CriChecks(rules, start.remarks()).checkStreaming(plugin);
        } catch (CriFailure failure) {
            throw failure.behind("failed to create stream server: invalid stream server configuration: ");
        }
    }

    /**
     * Runs what was loaded.
     *
     * @throws Refusal if that brings the daemon down
     */
    void run() {
        if (start.isDisabled(PluginIds.CRI) || failures.containsKey(PluginIds.CRI)) {
            return;
        }
        Settings images = new Settings(start.plugin(split ? PluginIds.CRI_IMAGES : PluginIds.CRI));
        if (rules.panicsWithoutStatsPeriod() && images.number("stats_collect_period") <= 0) {
            String text = "non-positive interval for NewTicker";
            throw Refusal.panic("stats-collect-period", text, images.written("stats_collect_period"));
        }
        if (rules.hasRuntimeStats()) {
            new RuntimeChecks(rules, start.remarks(), start.plugin(PluginIds.CRI_RUNTIME)).start();
        }
        surroundings.listen(new Settings(start.plugin(PluginIds.CRI)));
    }
}
