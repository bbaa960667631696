// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.migrate;

import dev.ctrcfg.release.CniMigration;
import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code cni.bin_dir}, which became the list {@code cni.bin_dirs} in containerd 2.1. */
final class CniDirectories implements Rule {

    @Override
    public boolean applies(Plan plan) {
        return true;
    }

    @Override
    public void apply(Plan plan) {
        boolean lists = plan.target().version().isAtLeast(ConfigVersion.V3)
                && plan.target().release().cniMigration() == CniMigration.BIN_DIRS;
        if (plan.climbsTo(ConfigVersion.V3) && lists) {
            plan.find(Cri.BIN_DIR)
                    .filter(setting -> setting.value() instanceof TomlString)
                    .ifPresent(setting -> up(plan, setting));
        } else if (plan.leaves(ConfigVersion.V3)) {
            plan.find(Cri.BIN_DIRS).ifPresent(setting -> down(plan, setting));
        }
    }

    private static void up(Plan plan, Setting directory) {
        List<TomlValue> all = new ArrayList<>();
        all.add(directory.value());
        Optional<Setting> list = plan.find(Cri.BIN_DIRS);
        if (list.isPresent() && list.get().value() instanceof TomlArray others) {
            others.items().stream().filter(other -> !all.contains(other)).forEach(all::add);
        }
        if (list.isPresent()) {
            plan.value(list.get(), new TomlArray(all));
            plan.drop(
                    directory, Notice.Kind.CHANGED, "is the first of bin_dirs now, which containerd 1.x does not read");
        } else {
            plan.rename(directory, Cri.BIN_DIRS);
            plan.value(directory.named(Cri.BIN_DIRS), new TomlArray(all));
        }
    }

    private static void down(Plan plan, Setting list) {
        boolean one = list.value() instanceof TomlArray array && array.size() == 1;
        if (plan.find(Cri.BIN_DIR).isPresent() || !one) {
            plan.drop(list, Notice.Kind.LOST, "config version 2 has one directory only, cni.bin_dir");
            return;
        }
        plan.rename(list, Cri.BIN_DIR);
        plan.value(list.named(Cri.BIN_DIR), ((TomlArray) list.value()).items().get(0));
    }
}
