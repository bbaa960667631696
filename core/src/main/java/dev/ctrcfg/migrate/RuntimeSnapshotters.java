// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.migrate;

import dev.ctrcfg.release.ConfigVersion;
import dev.ctrcfg.release.GoZero;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.toml.Key;

/**
 * The snapshotter of a runtime, which containerd 1.7 uses for pulls too; 2.0 to 2.2 look for that in the images plugin's
 * {@code runtime_platforms}, and 2.3 in both.
 */
final class RuntimeSnapshotters implements Rule {

    @Override
    public boolean applies(Plan plan) {
        return true;
    }

    @Override
    public void apply(Plan plan) {
        if (plan.climbsTo(ConfigVersion.V3) && !plan.target().release().since(ReleaseLine.V2_3)) {
            Cri.runtimes(plan).forEach(name -> up(plan, name));
        } else if (plan.leaves(ConfigVersion.V3)) {
            plan.below(Cri.PLATFORMS).forEach(setting -> down(plan, setting));
        }
    }

    private static void up(Plan plan, String runtime) {
        Cri.setting(plan, runtime, Cri.SNAPSHOTTER)
                .filter(setting -> !GoZero.is(setting.value()))
                .ifPresent(setting ->
                        plan.imply(Cri.PLATFORMS.child(runtime).child(Cri.SNAPSHOTTER), setting.value(), setting));
    }

    private static void down(Plan plan, Setting setting) {
        Key rest = setting.name().tail(Cri.PLATFORMS.size());
        if (rest.size() != 2 || !rest.part(1).equals(new Key.Name(Cri.SNAPSHOTTER))) {
            return;
        }
        Key there = Cri.runtime(rest.name(0)).child(Cri.SNAPSHOTTER);
        if (plan.find(there)
                .filter(other -> other.value().equals(setting.value()))
                .isPresent()) {
            plan.drop(setting, Notice.Kind.NO_EFFECT, "the snapshotter of the runtime says the same");
        } else if (plan.find(there).isEmpty()) {
            plan.rename(setting, there);
        }
    }
}
