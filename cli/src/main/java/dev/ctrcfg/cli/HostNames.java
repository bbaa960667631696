// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.report.FileFindings;
import dev.ctrcfg.lint.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What files are called on a host that is mounted somewhere, and what they are called here. */
final class HostNames {

    private final Path root;
    private final String stream;

    private HostNames(Path root, String stream) {
        this.root = root;
        this.stream = stream;
    }

    static HostNames of(Arguments arguments) {
        return new HostNames(arguments.get(LintCommand.ROOT), LintCommand.streamName(arguments));
    }

    /** What the host calls a file. */
    String onHost(FileArgument file) {
        boolean same = root.equals(HostRoot.NONE) || file.isStream();
        return same ? here(file) : HostRoot.onHost(root, file.path());
    }

    /** What reports call a file. */
    String here(FileArgument file) {
        return file.isStream() ? stream : file.inputName();
    }

    /** The findings of a file and of those that it imports, as of files here. */
    FileFindings here(String name, String onHost, List<Finding> findings) {
        if (root.equals(HostRoot.NONE)) {
            return new FileFindings(name, findings);
        }
        List<Finding> moved = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            String file = finding.place().file();
            moved.add(finding.in(file.equals(onHost) ? name : imported(file)));
        }
        return new FileFindings(name, moved);
    }

    private String imported(String file) {
        return HostRoot.below(root, HostRoot.NONE.resolve(file)).toString();
    }
}
