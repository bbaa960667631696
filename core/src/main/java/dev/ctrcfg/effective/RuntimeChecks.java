// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.CriRules;
import dev.ctrcfg.release.DefaultConfig;
import dev.ctrcfg.release.PluginIds;
import java.util.List;

/**
 * The checks of the CRI plugin's runtimes since containerd 2.0, in its order.
 *
 * <p>Source: {@code ValidateRuntimeConfig} in internal/cri/config/config.go.
 */
final class RuntimeChecks {

    private static final String CNI = "cni";
    private static final String BIN_DIR = "bin_dir";
    private static final String BIN_DIRS = "bin_dirs";
    private static final String PERIOD = "stats_collect_period";

    private final CriRules rules;
    private final CriChecks checks;
    private final Settings plugin;

    RuntimeChecks(CriRules rules, Remarks remarks, Branch plugin) {
        this.rules = rules;
        this.checks = new CriChecks(rules, remarks);
        this.plugin = new Settings(plugin);
    }

    /**
     * Checks everything.
     *
     * @throws CriFailure for the first thing that is wrong
     */
    void check() {
        Branch runtimes = plugin.table("containerd", "runtimes");
        String name = plugin.text("containerd", "default_runtime_name");
        Written named = plugin.written("containerd", "default_runtime_name");
        checks.checkDefaultRuntimeName(runtimes, name, named == null ? runtimes.written() : named);
        checkBinDirs();
        for (String runtime : runtimes.names()) {
            checkRuntime(Settings.of(runtimes, runtime));
        }
        checks.checkDuration(plugin, "drain_exec_sync_io_timeout", "invalid `drain_exec_sync_io_timeout`: ");
        if (rules.hasRuntimeStats()) {
            checks.checkDuration(plugin, PERIOD, "invalid `stats_collect_period`: ");
            checks.checkDuration(plugin, "stats_retention_period", "invalid `stats_retention_period`: ");
            if (!plugin.flag("enable_cdi")) {
                checks.deprecatedSilently("enable-cdi", plugin.written("enable_cdi"));
            }
        }
        if (plugin.flag("enable_experimental_restore_via_create")) {
            Written written = plugin.written("enable_experimental_restore_via_create");
            checks.deprecatedSilently("cri-create-container-checkpoint-restore", written);
        }
    }

    private void checkBinDirs() {
        if (!rules.hasBinDirs() || plugin.text(CNI, BIN_DIR).isEmpty()) {
            return;
        }
        Written written = plugin.written(CNI, BIN_DIR);
        checks.deprecated("cri-cni-bin-dir", "`bin_dir` is deprecated, please use `bin_dirs` instead", written);
        if (plugin.hasItems(CNI, BIN_DIRS) && !plugin.equal(defaultBinDirs(), CNI, BIN_DIRS)) {
            String text = "`cni.bin_dir` and `cni.bin_dirs` cannot be set at the same time";
            throw new CriFailure("two-bin-dirs", text, written);
        }
    }

    /** Debian's builds have another default than upstream's. */
    private List<String> defaultBinDirs() {
        Branch defaults = Branch.unwritten(DefaultConfig.plugin(rules.release(), PluginIds.CRI_RUNTIME));
        Branch cni = defaults.table(CNI);
        return cni == null ? List.of() : LoadedFile.strings(cni.get(BIN_DIRS));
    }

    private void checkRuntime(Settings runtime) {
        checks.checkPrivileged(runtime);
        String ioType = runtime.text("io_type");
        if (!ioType.isEmpty() && !ioType.equals("fifo") && !ioType.equals("streaming")) {
            String text = "`io_type` can only be `streaming` or `named_pipe`";
            throw new CriFailure("bad-io-type", text, runtime.written("io_type"));
        }
        if (!runtime.text("options", "TaskApiAddress").isEmpty()) {
            checks.deprecatedSilently("runc-options-task-api-address", runtime.written("options", "TaskApiAddress"));
        }
        if (runtime.number("options", "TaskApiVersion") != 0) {
            checks.deprecatedSilently("runc-options-task-api-version", runtime.written("options", "TaskApiVersion"));
        }
    }

    /**
     * Starts what the checks let pass.
     *
     * @throws Refusal if that brings the daemon down
     */
    void start() {
        String period = plugin.text(PERIOD);
        if (!period.isEmpty() && CriChecks.nanoseconds(period, "", null) <= 0) {
            String text = "non-positive interval for NewTicker";
            throw Refusal.panic("stats-collect-period", text, plugin.written(PERIOD));
        }
    }
}
