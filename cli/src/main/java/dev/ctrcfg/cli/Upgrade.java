// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.report.FileFindings;
import dev.ctrcfg.lint.Severity;
import dev.ctrcfg.release.ContainerdRelease;
import java.util.List;
import java.util.Optional;

/** What changes for files when another release reads them. */
final class Upgrade {

    private final ContainerdRelease to;

    private Upgrade(ContainerdRelease to) {
        this.to = to;
    }

    static Optional<Upgrade> of(Arguments arguments) {
        Optional<ContainerdRelease> to = arguments.find(LintCommand.UPGRADE_TO);
        return to.isPresent() ? Optional.of(new Upgrade(to.get())) : Optional.empty();
    }

    /** The commands that mend the files. */
    String advice(List<FileFindings> files) {
        StringBuilder advice = new StringBuilder();
        for (FileFindings file : files) {
            boolean fixable =
                    file.findings().stream().anyMatch(finding -> finding.fix().isPresent());
            boolean bad = file.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
            if (fixable) {
                advice.append(
                        "to mend what is certain: ctrcfg lint --fix --containerd " + name() + " " + file.file() + "\n");
            }
            if (bad) {
                advice.append("to bring the file to version "
                        + to.writtenConfigVersion().number() + ": ctrcfg migrate --for-containerd " + name() + " "
                        + file.file()
                        + "\n");
            }
        }
        return advice.toString();
    }

    private String name() {
        return to.equals(to.line().newest()) ? to.line().toString() : to.toString();
    }
}
