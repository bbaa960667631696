// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileSystemException;

/** Keeps two runs from changing one file at a time; whoever else writes it does not heed it. */
final class AdvisoryLock implements Closeable {

    private static final int PAUSE_MILLIS = 20;

    private final FileCalls.Lock lock;

    private AdvisoryLock(FileCalls.Lock lock) {
        this.lock = lock;
    }

    /** Waits for the lock of a file, for some time. */
    static AdvisoryLock acquire(FileCalls calls, Target target, WriteOptions options) throws IOException {
        FileCalls.Lock lock = open(calls, target, options);
        boolean locked = false;
        try {
            await(lock, target, options);
            locked = true;
            return new AdvisoryLock(lock);
        } finally {
            if (!locked) {
                lock.close();
            }
        }
    }

    /** Where no file can be made beside the target, the target itself is locked if it may be written in place. */
    private static FileCalls.Lock open(FileCalls calls, Target target, WriteOptions options) throws IOException {
        try {
            return calls.lock(target.lock());
        } catch (IOException e) {
            if (options.allowsInPlace() && calls.isMounted(target.file())) {
                return calls.lock(target.file());
            }
            throw Failures.of(target.asked(), "cannot be locked by " + target.lock() + ": ", e);
        }
    }

    private static void await(FileCalls.Lock lock, Target target, WriteOptions options) throws IOException {
        long deadline = System.nanoTime() + options.patience().toNanos();
        while (!lock.tryLock()) {
            if (System.nanoTime() - deadline >= 0) {
                String reason = "is being changed by another process, which holds " + target.lock();
                throw new FileSystemException(target.asked().toString(), null, reason);
            }
            pause();
        }
    }

    private static void pause() throws InterruptedIOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for another process");
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
