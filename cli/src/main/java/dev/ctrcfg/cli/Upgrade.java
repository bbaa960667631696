// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.report.FileFindings;
import dev.ctrcfg.lint.Finding;
import dev.ctrcfg.lint.Severity;
import dev.ctrcfg.release.ContainerdRelease;
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

    /** The commands that mend a file. */
    String advice(FileFindings file) {
        boolean fixable = false;
        boolean bad = false;
        for (Finding finding : file.findings()) {
            fixable |= finding.fix().isPresent();
            bad |= finding.severity() == Severity.ERROR;
        }
        String mend = "to mend what is certain: ctrcfg lint --fix --containerd " + name() + " " + file.file() + "\n";
        String bring = "to bring the file to version "
                + to.writtenConfigVersion().number() + ": ctrcfg migrate --for-containerd " + name() + " " + file.file()
                + "\n";
        return (fixable ? mend : "") + (bad ? bring : "");
    }

    private String name() {
        return to.equals(to.line().newest()) ? to.line().toString() : to.toString();
    }
}
