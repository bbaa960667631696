// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.CriRules;
import dev.ctrcfg.release.PluginIds;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The checks of the CRI plugin in containerd 1.x, in its order.
 *
 * <p>Source: {@code ValidatePluginConfig} in pkg/cri/config/config.go.
 */
final class OldCriChecks {

    private static final String CONTAINERD = "containerd";
    private static final String RUNTIME_TYPE = "runtime_type";
    private static final String DEFAULT = "default";
    private static final String UNTRUSTED = "untrusted";

    private final CriRules rules;
    private final CriChecks checks;
    private final Settings plugin;
    private final Branch runtimes;
    private String defaultName;

    OldCriChecks(CriRules rules, Remarks remarks, Branch plugin) {
        this.rules = rules;
        this.checks = new CriChecks(rules, remarks);
        this.plugin = new Settings(plugin);
        this.runtimes = this.plugin.table(CONTAINERD, "runtimes").at(null);
        this.defaultName = this.plugin.text(CONTAINERD, "default_runtime_name");
    }

    /**
     * Checks everything.
     *
     * @throws CriFailure for the first thing that is wrong
     */
    void check() {
        checkUntrusted();
        checkDefaultRuntime();
        Written named = plugin.written(CONTAINERD, "default_runtime_name");
        Written given = plugin.written(CONTAINERD, "runtimes");
        checks.checkDefaultRuntimeName(runtimes, defaultName, named == null ? given : named);
        checkOfLinuxRuntime("systemd_cgroup");
        checkOfLinuxRuntime("no_pivot", CONTAINERD);
        for (String name : runtimes.names()) {
            checkRuntime(Settings.of(runtimes, name));
        }
        checks.checkRegistry(plugin);
        checks.checkDuration(plugin, "stream_idle_timeout", "invalid stream idle timeout: ");
        if (rules.checksPullProgressTimeout()) {
            checks.checkDuration(plugin, "image_pull_progress_timeout", "invalid image pull progress timeout: ");
        }
        if (rules.checksDrainTimeout()) {
            checks.checkDuration(plugin, "drain_exec_sync_io_timeout", "invalid `drain_exec_sync_io_timeout`: ");
        }
    }

    Branch runtimes() {
        return runtimes;
    }

    private void checkUntrusted() {
        Branch table = plugin.table(CONTAINERD, "untrusted_workload_runtime");
        if (new Settings(table).text(RUNTIME_TYPE).isEmpty()) {
            return;
        }
        String said =
                "`untrusted_workload_runtime` is deprecated, please use `untrusted` runtime in `runtimes` instead";
        checks.deprecated("cri-untrusted-workload-runtime", said, table.written());
        if (runtimes.has(UNTRUSTED)) {
            String text = "conflicting definitions: configuration includes both `untrusted_workload_runtime` and"
                    + " `runtimes[\"untrusted\"]`";
            throw new CriFailure("untrusted-conflict", text, table.written());
        }
        runtimes.put(UNTRUSTED, table);
    }

    private void checkDefaultRuntime() {
        Branch table = plugin.table(CONTAINERD, "default_runtime");
        if (!new Settings(table).text(RUNTIME_TYPE).isEmpty()) {
            String said = "`default_runtime` is deprecated, please use `default_runtime_name` to reference the default"
                    + " configuration you have defined in `runtimes`";
            checks.deprecated("cri-default-runtime", said, table.written());
            runtimes.put(DEFAULT, table);
            defaultName = DEFAULT;
        }
    }

    private void checkOfLinuxRuntime(String setting, String... inside) {
        List<String> path = new ArrayList<>(List.of(inside));
        path.add(setting);
        String[] names = path.toArray(new String[0]);
        if (!plugin.flag(names)) {
            return;
        }
        if (!isLinux(Settings.of(runtimes, defaultName))) {
            throw onlyForLinux(setting, plugin.written(names));
        }
        if (setting.equals("systemd_cgroup")) {
            String text = "`systemd_cgroup` is deprecated, please use runtime `options` instead";
            checks.deprecated("cri-systemd-cgroup-v1", text, plugin.written(names));
        }
    }

    private static boolean isLinux(Settings runtime) {
        return runtime.text(RUNTIME_TYPE).equals(PluginIds.RUNTIME_LINUX);
    }

    private static CriFailure onlyForLinux(String setting, @Nullable Written written) {
        String text = "`" + setting + "` only works for runtime " + PluginIds.RUNTIME_LINUX;
        return new CriFailure("only-for-runtime-v1", text, written);
    }

    private void checkRuntime(Settings runtime) {
        checkLegacy(runtime, "runtime_engine", "cri-runtime-engine");
        checkLegacy(runtime, "runtime_root", "cri-runtime-root");
        checks.checkPrivileged(runtime);
        if (rules.warnsOfCriuPath() && !runtime.text("options", "CriuPath").isEmpty()) {
            String text = "`CriuPath` is deprecated, please use a criu binary in $PATH instead.";
            checks.deprecated("cri-criu-path", text, runtime.written("options", "CriuPath"));
        }
        if (isLinux(runtime)) {
            checks.deprecatedSilently("runtime-v1", runtime.written(RUNTIME_TYPE));
        } else if (runtime.text(RUNTIME_TYPE).equals("io.containerd.runc.v1")) {
            checks.deprecatedSilently("runtime-runc-v1", runtime.written(RUNTIME_TYPE));
        }
    }

    private void checkLegacy(Settings runtime, String setting, String id) {
        if (runtime.text(setting).isEmpty()) {
            return;
        }
        if (!isLinux(runtime)) {
            throw onlyForLinux(setting, runtime.written(setting));
        }
        String text = "`" + setting + "` is deprecated, please use runtime `options` instead";
        checks.deprecated(id, text, runtime.written(setting));
    }
}
