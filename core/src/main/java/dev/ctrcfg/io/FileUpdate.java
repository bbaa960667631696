// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One update of one file, from reading it to having it replaced.
 *
 * <p>The file is read and revised before anything is locked, so that a run which changes nothing leaves no trace. Then,
 * under the lock, it is read again. If it differs, it is revised again; and once more if it differs right before the
 * rename, a few times over. What remains is the moment between that last look and the rename, in which a program that
 * does not heed the lock can still write.
 */
final class FileUpdate<E extends Exception> {

    private static final int MAX_TRIES = 10;

    private final FileCalls calls;
    private final Path asked;
    private final WriteOptions options;
    private final Revision<E> revision;

    private byte @Nullable [] before;
    private byte[] after = {};

    FileUpdate(FileCalls calls, Path asked, WriteOptions options, Revision<E> revision) {
        this.calls = calls;
        this.asked = asked;
        this.options = options;
        this.revision = revision;
    }

    Update run() throws IOException, E {
        Target target = Target.of(calls, asked);
        revise(read(target));
        if (isUnchanged()) {
            clean(target);
            return unchanged();
        }
        requireWritable(target);
        AdvisoryLock lock = AdvisoryLock.acquire(calls, target, options);
        try {
            return runLocked();
        } finally {
            lock.close();
        }
    }

    private Update runLocked() throws IOException, E {
        for (int i = 0; i < MAX_TRIES; i++) {
            // The links may lead elsewhere by now.
            Target target = Target.of(calls, asked);
            byte @Nullable [] now = read(target);
            if (!Arrays.equals(now, before)) {
                revise(now);
            }
            if (isUnchanged()) {
                return unchanged();
            }
            Optional<Update> done = new Attempt(target).replace();
            if (done.isPresent()) {
                return done.get();
            }
        }
        throw new FileSystemException(asked.toString(), null, "is changed by someone else again and again");
    }

    private void revise(byte @Nullable [] content) throws IOException, E {
        before = content;
        after = revision.revise(Optional.ofNullable(content));
    }

    private byte @Nullable [] read(Target target) throws IOException {
        try {
            return calls.read(target.file());
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw Failures.of(asked, "", e);
        }
    }

    private boolean isUnchanged() {
        return before != null && Arrays.equals(before, after);
    }

    private Update unchanged() {
        Optional<byte[]> content = Optional.of(after);
        return new Update(WriteOutcome.UNCHANGED, content, content, Optional.empty());
    }

    /** A rename would replace a file that may not be written; whoever made it so did not mean that. */
    private void requireWritable(Target target) throws IOException {
        if (before != null && !calls.mayWrite(target.file())) {
            throw new AccessDeniedException(asked.toString(), null, "may not be written");
        }
    }

    /** What a killed run has left goes away with the next one, even if that has nothing to write. */
    private void clean(Target target) {
        AtomicWriter writer = new AtomicWriter(calls, target);
        if (writer.leftovers(target.directory()).isEmpty()) {
            return;
        }
        try (FileCalls.Lock lock = calls.lock(target.lock())) {
            if (lock.tryLock()) {
                writer.discardLeftovers(target.directory());
            }
        } catch (IOException e) {
            // Somebody may not write here, or is at work just now.
        }
    }

    /** One attempt to replace the target under the lock. */
    private final class Attempt {

        private final Target target;
        private final AtomicWriter writer;
        private final Backups backups;

        Attempt(Target target) {
            this.target = target;
            this.writer = new AtomicWriter(calls, target, options);
            this.backups = new Backups(calls, target, options);
        }

        /** {@return what came of it; empty if the target has changed meanwhile} */
        Optional<Update> replace() throws IOException, E {
            writer.discardLeftovers(target.directory());
            Path temporary;
            try {
                temporary = writer.prepare(target.directory(), after, before != null);
            } catch (IOException e) {
                return inPlace(e);
            }
            try {
                revision.verify(temporary);
                return rename(temporary);
            } finally {
                writer.discard(temporary);
            }
        }

        private Optional<Update> rename(Path temporary) throws IOException, E {
            if (hasChanged()) {
                return Optional.empty();
            }
            byte[] old = before;
            Optional<Path> backup = old == null ? Optional.empty() : backups.keep(old, options.backups());
            revision.beforeWrite();
            if (hasChanged()) {
                return Optional.empty();
            }
            try {
                writer.rename(temporary, target.file());
            } catch (IOException e) {
                return inPlace(e);
            }
            writer.settle(target.directory());
            return written(backup);
        }

        private boolean hasChanged() throws IOException {
            return !Arrays.equals(read(target), before);
        }

        private Optional<Update> inPlace(IOException failure) throws IOException, E {
            byte[] old = before;
            boolean mounted = old != null && calls.isMounted(target.file());
            if (old == null || !mounted || !options.allowsInPlace()) {
                String context =
                        mounted ? "is mounted by itself and can only be written in place: " : "cannot be replaced: ";
                throw failure instanceof FileSystemException named && isNamed(named) && !mounted
                        ? named
                        : Failures.of(asked, context, failure);
            }
            Optional<Path> backup = backups.keep(old, Math.max(1, options.backups()));
            revision.beforeWrite();
            if (hasChanged()) {
                return Optional.empty();
            }
            try {
                new InPlaceWriter(calls, target.file()).write(old, after);
            } catch (IOException e) {
                String context = "cannot be written in place, its content is kept as " + backup.orElseThrow() + ": ";
                throw Failures.of(asked, context, e);
            }
            return written(backup);
        }

        private boolean isNamed(FileSystemException failure) {
            return asked.toString().equals(failure.getFile());
        }

        private Optional<Update> written(Optional<Path> backup) {
            return Optional.of(
                    new Update(WriteOutcome.WRITTEN, Optional.ofNullable(before), Optional.of(after), backup));
        }
    }
}
