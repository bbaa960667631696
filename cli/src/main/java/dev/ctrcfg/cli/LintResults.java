// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.report.Counts;
import dev.ctrcfg.cli.report.FileFindings;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run finds, on its way to the report: each file comes to be when the report asks for it and is let go of behind
 * it. What could not be read is told on standard error and does not get there. To be gone through once.
 */
final class LintResults implements Iterable<FileFindings> {

    private final Iterator<LintRun.Result> results;
    private final Optional<Upgrade> upgrade;
    private final Console console;
    private final Counts counts = new Counts();
    private final StringBuilder advice = new StringBuilder();
    private boolean trouble;

    LintResults(Iterator<LintRun.Result> results, Optional<Upgrade> upgrade, Console console) {
        this.results = results;
        this.upgrade = upgrade;
        this.console = console;
    }

    @Override
    public Iterator<FileFindings> iterator() {
        return new Passing();
    }

    /** Those that could be read. */
    private final class Passing implements Iterator<FileFindings> {

        private @Nullable FileFindings next;

        @Override
        public boolean hasNext() {
            while (next == null && results.hasNext()) {
                next = accept(results.next());
            }
            return next != null;
        }

        @Override
        public FileFindings next() {
            FileFindings file = hasNext() ? next : null;
            if (file == null) {
                throw new NoSuchElementException();
            }
            next = null;
            return file;
        }
    }

    private @Nullable FileFindings accept(LintRun.Result result) {
        if (result.failures().isEmpty()) {
            return counted(result.findings());
        }
        for (CommandFailure failure : result.failures()) {
            trouble = true;
            console.err().print(Terminal.escape(String.valueOf(failure.getMessage())) + "\n");
        }
        return null;
    }

    private FileFindings counted(FileFindings file) {
        counts.add(file);
        if (upgrade.isPresent()) {
            advice.append(upgrade.get().advice(file));
        }
        return file;
    }

    /** What has come so far. */
    Counts counts() {
        return counts;
    }

    /** Whether something could not be read. */
    boolean hasTrouble() {
        return trouble;
    }

    /** The commands that mend the files. */
    String advice() {
        return advice.toString();
    }
}
