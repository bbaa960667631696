// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.PluginIds;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.toml.Key;

/** A file of version 1: deprecated, and without effect on the CRI plugin in containerd 2.0 to 2.2. */
final class VersionOne extends LintRule {

    private static final Key CRI = Key.of("plugins", PluginIds.CRI_SHORT);

    VersionOne() {
        super("version-1", Severity.ERROR, Releases.since(ReleaseLine.V1_5));
    }

    @Override
    void check(Subject subject, Findings findings) {
        LintedFile file = subject.file();
        if (file.version() >= 2
                || file.version() < 0
                || file.lacksVersion()
                || file.root().isEmpty()) {
            return;
        }
        if (isLost(subject)) {
            findings.add(
                    this,
                    file.spot(CRI)
                            .problem(
                                    "containerd does not take the CRI settings of a file of version 1 over, and runs with"
                                            + " its defaults; bring the file to version 2 or later"));
        } else if (isDeprecated(subject)) {
            Spot spot = file.hasVersion() ? file.spot(Key.of("version")) : file.top();
            String what =
                    file.hasVersion() ? "version 1 is" : "the file states no version and so is of version 1, which is";
            findings.add(
                    this,
                    spot.problem(what + " deprecated; bring it to version 2 or later")
                            .as(Severity.WARNING));
        }
    }

    private static boolean isLost(Subject subject) {
        boolean drops = subject.since(ReleaseLine.V2_0) && !subject.since(ReleaseLine.V2_3);
        return drops
                && subject.file()
                        .table(CRI)
                        .filter(CriSettings::hasMoreThanServer)
                        .isPresent();
    }

    private static boolean isDeprecated(Subject subject) {
        return subject.since(ReleaseLine.V2_0)
                || subject.release().versionOneWarning().isPresent();
    }
}
