// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.migrate;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlValue;

/**
 * {@code default_runtime} and {@code untrusted_workload_runtime}, which containerd 1.x turns into the runtimes {@code
 * default} and {@code untrusted} when it starts.
 *
 * <p>Source: {@code ValidatePluginConfig} in containerd's pkg/cri/config/config.go (1.7).
 */
final class RuntimeTables implements Rule {

    private static final String DEFAULT = "default";
    private static final String UNTRUSTED = "untrusted";

    @Override
    public boolean applies(Plan plan) {
        return plan.climbsTo(ConfigVersion.V3);
    }

    @Override
    public void apply(Plan plan) {
        defaultRuntime(plan, Cri.old("containerd", "default_runtime"));
        untrusted(plan, Cri.old("containerd", "untrusted_workload_runtime"));
    }

    private static void defaultRuntime(Plan plan, Key table) {
        if (Cri.string(plan, table.child(Cri.TYPE)).isEmpty()) {
            return;
        }
        Setting type = plan.find(table.child(Cri.TYPE)).orElseThrow();
        for (Setting overruled : plan.below(Cri.runtime(DEFAULT))) {
            plan.drop(overruled, Notice.Kind.LOST, "default_runtime takes its place");
        }
        move(plan, table, DEFAULT);
        TomlValue name = TomlValue.of(DEFAULT);
        plan.imply(Cri.DEFAULT_NAME, name, type);
        plan.find(Cri.DEFAULT_NAME)
                .filter(setting -> !setting.value().equals(name))
                .ifPresent(setting -> {
                    plan.value(setting, name);
                    plan.notice(setting, Notice.Kind.CHANGED, "is \"default\" now, as default_runtime overrules it");
                });
    }

    private static void untrusted(Plan plan, Key table) {
        if (Cri.string(plan, table.child(Cri.TYPE)).isEmpty()) {
            return;
        }
        if (plan.below(Cri.runtime(UNTRUSTED)).isEmpty()) {
            move(plan, table, UNTRUSTED);
            return;
        }
        for (Setting setting : plan.below(table)) {
            plan.drop(setting, Notice.Kind.LOST, "runtimes.untrusted is there, and containerd 1.x refuses both");
        }
    }

    private static void move(Plan plan, Key table, String runtime) {
        for (Setting setting : plan.below(table)) {
            plan.rename(setting, Cri.runtime(runtime).resolve(setting.name().tail(table.size())));
        }
    }
}
