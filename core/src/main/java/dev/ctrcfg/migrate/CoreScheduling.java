// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.migrate;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code sched_core}, which became a variable in the environment of shims in containerd 2.0. */
final class CoreScheduling implements Rule {

    private static final Key SWITCH = Key.of("plugins", PluginIds.TASK, "sched_core");
    private static final Key ENVIRONMENT = Key.of("plugins", PluginIds.SHIM_MANAGER, "env");
    private static final TomlValue VARIABLE = TomlValue.of("SCHED_CORE=1");

    @Override
    public boolean applies(Plan plan) {
        return true;
    }

    @Override
    public void apply(Plan plan) {
        if (plan.climbsTo(ConfigVersion.V3)) {
            plan.find(SWITCH)
                    .filter(setting -> setting.value().equals(TomlValue.of(true)))
                    .ifPresent(setting -> up(plan, setting));
        } else if (plan.leaves(ConfigVersion.V3)) {
            plan.find(ENVIRONMENT)
                    .filter(setting -> setting.value().equals(TomlArray.of(VARIABLE)))
                    .ifPresent(setting -> down(plan, setting));
        }
    }

    private static void up(Plan plan, Setting setting) {
        Optional<Setting> environment = plan.find(ENVIRONMENT);
        if (environment.isEmpty()) {
            plan.rename(setting, ENVIRONMENT);
            plan.value(setting.named(ENVIRONMENT), TomlArray.of(VARIABLE));
            return;
        }
        if (environment.get().value() instanceof TomlArray array
                && !array.items().contains(VARIABLE)) {
            List<TomlValue> items = new ArrayList<>(array.items());
            items.add(VARIABLE);
            plan.value(environment.get(), new TomlArray(items));
        }
        plan.drop(setting, Notice.Kind.NO_EFFECT, "the environment of shims has SCHED_CORE=1 for it");
    }

    private static void down(Plan plan, Setting setting) {
        plan.rename(setting, SWITCH);
        plan.value(setting.named(SWITCH), TomlValue.of(true));
    }
}
