// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.model.ConfigLayout;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Core scheduling of shims: {@code sched_core} of the task plugin until version 2, an environment variable of the shim
 * manager since version 3 (containerd's core/runtime/v2/task_manager.go).
 */
final class CoreScheduling {

    private static final Key OLD = Key.of("plugins", PluginIds.TASK, "sched_core");
    private static final Key ENVIRONMENT = Key.of("plugins", PluginIds.SHIM_MANAGER, "env");
    private static final TomlValue VARIABLE = TomlValue.of("SCHED_CORE=1");

    private final Draft draft;
    private final ConfigLayout layout;

    CoreScheduling(Draft draft, ConfigLayout layout) {
        this.draft = draft;
        this.layout = layout;
    }

    boolean concerns(Key key) {
        boolean split = layout.version().isAtLeast(ConfigVersion.V3);
        return split ? isOld(key) : key.equals(ENVIRONMENT);
    }

    private static boolean isOld(Key key) {
        return key.equals(OLD) || key.equals(Key.of("plugins", "task", "sched_core"));
    }

    List<Setting> settings(Key key, TomlValue value) {
        return layout.version().isAtLeast(ConfigVersion.V3) ? variable(value) : switched(key, value);
    }

    private List<Setting> variable(TomlValue on) {
        List<TomlValue> variables = new ArrayList<>();
        if (draft.get(ENVIRONMENT) instanceof TomlArray present) {
            variables.addAll(present.items());
        }
        boolean wanted = on.equals(TomlValue.of(true));
        if (wanted == variables.contains(VARIABLE)) {
            return List.of();
        }
        if (wanted) {
            variables.add(VARIABLE);
        } else {
            variables.removeAll(List.of(VARIABLE));
        }
        return List.of(new Setting(ENVIRONMENT, new TomlArray(variables)));
    }

    private List<Setting> switched(Key key, TomlValue environment) {
        boolean on =
                environment instanceof TomlArray variables && variables.items().contains(VARIABLE);
        boolean more = !environment.equals(TomlArray.of(VARIABLE));
        if (more) {
            draft.notice(Notice.Kind.NO_PLACE, key, Homeless.text(key, layout));
        }
        Optional<Key> old = layout.place(OLD);
        return on && old.isPresent() ? List.of(new Setting(old.get(), TomlValue.of(true))) : List.of();
    }
}
