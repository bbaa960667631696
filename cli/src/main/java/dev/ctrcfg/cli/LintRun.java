// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.report.FileFindings;
import dev.ctrcfg.io.ConfigFile;
import dev.ctrcfg.lint.Finding;
import dev.ctrcfg.lint.Linter;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/** Looks at many files at once; what comes out keeps the order that they were named in. */
final class LintRun {

    private final Linter linter;
    private final HostNames names;
    private final Progress progress;

    LintRun(Linter linter, HostNames names, Progress progress) {
        this.linter = linter;
        this.names = names;
        this.progress = progress;
    }

    /** What a file came to: findings, or a reason why it could not be read. */
    record Result(FileFindings findings, List<CommandFailure> failures) {

        static Result failed(String name, CommandFailure failure) {
            return new Result(new FileFindings(name, List.of()), List.of(failure));
        }
    }

    /** Some results that are there already, and then those of files, which come to be as they are asked for. */
    Iterator<Result> files(List<Result> first, List<FileArgument> files) {
        if (files.isEmpty()) {
            return first.iterator();
        }
        return first.isEmpty() && files.size() == 1
                ? List.of(file(files.get(0))).iterator()
                : new LintQueue(this, first, files);
    }

    /** Tells that nothing is left to do. */
    void end() {
        progress.end();
    }

    Result file(FileArgument file) {
        String name = file.inputName();
        try {
            Result result =
                    text(name, names.onHost(file), ConfigFile.read(file.path()).content());
            progress.step();
            return result;
        } catch (IOException e) {
            return Result.failed(name, CommandFailure.of(name, e));
        }
    }

    Result text(String name, byte[] content) {
        return text(name, name, content);
    }

    private Result text(String name, String onHost, byte[] content) {
        List<Finding> findings = linter.lint(onHost, content).findings();
        return new Result(names.here(name, onHost, findings), List.of());
    }
}
