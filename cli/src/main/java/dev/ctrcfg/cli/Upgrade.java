// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.report.FileFindings;
import dev.ctrcfg.io.ConfigFile;
import dev.ctrcfg.io.FileConfigSource;
import dev.ctrcfg.lint.Finding;
import dev.ctrcfg.lint.LintOptions;
import dev.ctrcfg.lint.Linter;
import dev.ctrcfg.lint.Severity;
import dev.ctrcfg.release.ContainerdRelease;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What changes for files when another release reads them. */
final class Upgrade {

    private final ContainerdRelease to;
    private final List<ContainerdRelease> from;

    private Upgrade(ContainerdRelease to, List<ContainerdRelease> from) {
        this.to = to;
        this.from = from;
    }

    static Optional<Upgrade> of(Arguments arguments) {
        Optional<ContainerdRelease> to = arguments.find(LintCommand.UPGRADE_TO);
        if (to.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Upgrade(to.get(), LintSettings.releases(arguments)));
        } catch (CommandFailure e) {
            return Optional.of(new Upgrade(to.get(), List.of()));
        }
    }

    /** Without what is just as wrong for the release that reads the files now, if that is named. */
    List<LintRun.Result> onlyWhatIsNew(List<LintRun.Result> results, List<FileArgument> files) {
        if (from.isEmpty()) {
            return results;
        }
        Linter now = new Linter(new LintOptions(
                from,
                Optional.of(FileConfigSource.ofThisMachine()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        List<LintRun.Result> fresh = new ArrayList<>();
        for (LintRun.Result result : results) {
            Set<String> known = known(now, files, result.findings().file());
            List<Finding> left = new ArrayList<>();
            for (Finding finding : result.findings().findings()) {
                if (!known.contains(what(finding))) {
                    left.add(finding);
                }
            }
            fresh.add(new LintRun.Result(new FileFindings(result.findings().file(), left), result.failures()));
        }
        return fresh;
    }

    private static Set<String> known(Linter now, List<FileArgument> files, String name) {
        Set<String> known = new HashSet<>();
        for (FileArgument file : files) {
            if (file.inputName().equals(name) && !file.isStream()) {
                try {
                    byte[] content = ConfigFile.read(file.path()).content();
                    now.lint(name, content).findings().forEach(finding -> known.add(what(finding)));
                } catch (IOException e) {
                    // The run before has reported it.
                    return known;
                }
            }
        }
        return known;
    }

    private static String what(Finding finding) {
        return finding.rule() + "\n" + finding.severity() + "\n"
                + finding.place().span().start() + "\n" + finding.key();
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
