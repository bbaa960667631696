// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.toml.Key;

/** A snapshotter of a runtime that there is not, or that images are not pulled with. */
final class RuntimeSnapshotter extends LintRule {

    RuntimeSnapshotter() {
        super("runtime-snapshotter", Severity.ERROR, Releases.since(ReleaseLine.V1_7));
    }

    @Override
    void check(Subject subject, Findings findings) {
        for (WrittenRuntime runtime : subject.runtimes()) {
            String name = runtime.string("snapshotter");
            if (!name.isEmpty() && !Placeholder.isPlaceholder(name)) {
                check(subject, runtime, findings);
            }
        }
    }

    private void check(Subject subject, WrittenRuntime runtime, Findings findings) {
        String name = runtime.string("snapshotter");
        Spot spot = subject.file().valueSpot(runtime.key("snapshotter"));
        if (!Snapshotters.has(subject, name)) {
            findings.add(
                    this,
                    spot.problem("there is no snapshotter \"" + name + "\", and every pod of the handler \""
                            + runtime.name() + "\" fails; add [proxy_plugins." + name + "] with type = \"snapshot\""));
        } else if (isPulledOtherwise(subject, runtime, name)) {
            findings.add(
                    this,
                    spot.problem("images for the handler \"" + runtime.name()
                                    + "\" are pulled with the default snapshotter unless runtime_platforms."
                                    + runtime.name() + ".snapshotter of io.containerd.cri.v1.images says otherwise")
                            .as(Severity.WARNING));
        }
    }

    private static boolean isPulledOtherwise(Subject subject, WrittenRuntime runtime, String name) {
        boolean separate = subject.since(ReleaseLine.V2_0) && !subject.since(ReleaseLine.V2_3);
        Key platform = Key.of(
                "plugins", dev.ctrcfg.release.PluginIds.CRI_IMAGES, "runtime_platforms", runtime.name(), "snapshotter");
        boolean isDefault = subject.effectiveString(dev.ctrcfg.release.PluginIds.CRI_IMAGES, "snapshotter")
                .filter(name::equals)
                .isPresent();
        return separate && !isDefault && subject.file().value(platform).isEmpty();
    }
}
