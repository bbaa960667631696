// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Former contents of a target: NAME.bak.1 is the newest. */
final class Backups {

    private final FileCalls calls;
    private final Target target;
    private final AtomicWriter writer;
    private final @Nullable Path elsewhere;

    Backups(FileCalls calls, Target target, WriteOptions options) {
        this.calls = calls;
        this.target = target;
        this.writer = new AtomicWriter(calls, target);
        this.elsewhere = options.backupDirectory().orElse(null);
    }

    /** {@return where the content is kept; empty if none are to be kept} */
    Optional<Path> keep(byte[] content, int count) throws IOException {
        if (count == 0) {
            return Optional.empty();
        }
        Path newest = target.backup(elsewhere, 1);
        try {
            if (!holds(newest, content)) {
                add(newest, content, count);
            }
            return Optional.of(newest);
        } catch (IOException e) {
            throw Failures.of(target.asked(), "cannot be kept as " + newest + ": ", e);
        }
    }

    private boolean holds(Path newest, byte[] content) throws IOException {
        return calls.kind(newest) == FileCalls.Kind.FILE && Arrays.equals(calls.read(newest), content);
    }

    private void add(Path newest, byte[] content, int count) throws IOException {
        Path directory = elsewhere == null ? target.directory() : elsewhere;
        if (elsewhere != null) {
            writer.discardLeftovers(elsewhere);
        }
        Path temporary = writer.prepare(directory, content, true);
        boolean done = false;
        try {
            for (int i = count - 1; i >= 1; i--) {
                Path younger = target.backup(elsewhere, i);
                if (calls.kind(younger) == FileCalls.Kind.FILE) {
                    writer.rename(younger, target.backup(elsewhere, i + 1));
                }
            }
            writer.rename(temporary, newest);
            done = true;
            writer.settle(directory);
        } finally {
            if (!done) {
                writer.discard(temporary);
            }
        }
    }
}
