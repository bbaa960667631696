// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlString;

/** The CRI plugin among the disabled ones, as in the file of Docker's packages. */
final class CriDisabled extends LintRule {

    private static final Key DISABLED = Key.of("disabled_plugins");

    CriDisabled() {
        super("cri-disabled", Severity.WARNING, Releases.ALL);
    }

    @Override
    void check(Subject subject, Findings findings) {
        if (subject.file().value(DISABLED).orElse(null) instanceof TomlArray disabled) {
            for (int i = 0; i < disabled.size(); i++) {
                if (disabled.items().get(i) instanceof TomlString id && isCri(subject, id.value())) {
                    Key item = DISABLED.child(i);
                    findings.add(
                            this,
                            subject.file()
                                    .valueSpot(item)
                                    .problem(
                                            "the CRI plugin is disabled, and the kubelet finds no runtime service; take \""
                                                    + id.value() + "\" out of the list on a node of Kubernetes"));
                }
            }
        }
    }

    private static boolean isCri(Subject subject, String id) {
        boolean two = subject.since(ReleaseLine.V2_0);
        boolean split = id.equals(PluginIds.CRI_RUNTIME) || id.equals(PluginIds.CRI_IMAGES);
        boolean shortId = id.equals(PluginIds.CRI_SHORT) && subject.file().version() < 2;
        return shortId
                || two && split
                || id.equals(PluginIds.CRI) && (two || subject.file().version() >= 2);
    }
}
