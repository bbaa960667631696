// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.report.FileFindings;
import dev.ctrcfg.io.ConfigFile;
import dev.ctrcfg.lint.Finding;
import dev.ctrcfg.lint.Linter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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

    List<Result> files(List<FileArgument> files) {
        if (files.size() == 1) {
            return List.of(file(files.get(0)));
        }
        int threads = Math.min(files.size(), Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Result>> tasks = new ArrayList<>(files.size());
            for (FileArgument file : files) {
                tasks.add(() -> file(file));
            }
            return results(pool.invokeAll(tasks));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            pool.shutdownNow();
            progress.end();
        }
    }

    private static List<Result> results(List<Future<Result>> futures) throws InterruptedException {
        List<Result> results = new ArrayList<>(futures.size());
        for (Future<Result> future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        return results;
    }

    private Result file(FileArgument file) {
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
