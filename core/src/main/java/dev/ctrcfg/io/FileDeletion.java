// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.io;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The deletion of one file. */
final class FileDeletion {

    private final FileCalls calls;
    private final Path asked;
    private final WriteOptions options;

    FileDeletion(FileCalls calls, Path asked, WriteOptions options) {
        this.calls = calls;
        this.asked = asked;
        this.options = options;
    }

    Update run(byte[] expected) throws IOException {
        Target target = Target.of(calls, asked);
        if (calls.kind(target.file()) == FileCalls.Kind.MISSING) {
            return new Update(WriteOutcome.UNCHANGED, Optional.empty(), Optional.empty(), Optional.empty());
        }
        AdvisoryLock lock = AdvisoryLock.acquire(calls, target, options);
        try {
            return delete(target, expected);
        } finally {
            lock.close();
        }
    }

    private Update delete(Target target, byte[] expected) throws IOException {
        try {
            if (!Arrays.equals(calls.read(target.file()), expected)) {
                throw new FileSystemException(asked.toString(), null, "changed since it was written");
            }
            Optional<Path> backup = new Backups(calls, target, options).keep(expected, options.backups());
            calls.delete(target.file());
            new AtomicWriter(calls, target).settle(target.directory());
            return new Update(WriteOutcome.WRITTEN, Optional.of(expected), Optional.empty(), backup);
        } catch (NoSuchFileException e) {
            return new Update(WriteOutcome.UNCHANGED, Optional.empty(), Optional.empty(), Optional.empty());
        } catch (IOException e) {
            throw Failures.of(asked, "", e);
        }
    }
}
