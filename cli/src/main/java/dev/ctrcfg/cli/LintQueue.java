// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Results in the order of the files, some of which are looked at ahead, on all processors. */
final class LintQueue implements Iterator<LintRun.Result> {

    /** Enough that no processor waits for a slow file, and few enough that results do not pile up. */
    private static final int AHEAD = 256;

    private final LintRun run;
    private final Iterator<FileArgument> left;
    private final ExecutorService pool;
    private final Deque<Future<LintRun.Result>> ahead = new ArrayDeque<>();

    LintQueue(LintRun run, List<LintRun.Result> first, List<FileArgument> files) {
        this.run = run;
        this.left = files.iterator();
        int threads = Math.min(files.size(), Runtime.getRuntime().availableProcessors());
        this.pool = Executors.newFixedThreadPool(threads, LintQueue::thread);
        for (LintRun.Result result : first) {
            ahead.add(CompletableFuture.completedFuture(result));
        }
    }

    /** One that does not keep the process from ending. */
    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "lint");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public boolean hasNext() {
        while (ahead.size() < AHEAD && left.hasNext()) {
            FileArgument file = left.next();
            ahead.add(pool.submit(() -> run.file(file)));
        }
        if (ahead.isEmpty()) {
            end();
        }
        return !ahead.isEmpty();
    }

    private void end() {
        pool.shutdownNow();
        run.end();
    }

    @Override
    public LintRun.Result next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        try {
            return ahead.remove().get();
        } catch (InterruptedException e) {
            end();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            end();
            throw new IllegalStateException(e.getCause());
        }
    }
}
