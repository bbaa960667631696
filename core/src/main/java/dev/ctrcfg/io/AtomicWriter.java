// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.io;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes finished files beside a target, and renames them. */
final class AtomicWriter {

    private static final int MAX_NAMES = 100;

    private final FileCalls calls;
    private final Target target;
    private final boolean forOwner;

    AtomicWriter(FileCalls calls, Target target) {
        this(calls, target, WriteOptions.DEFAULT);
    }

    AtomicWriter(FileCalls calls, Target target, WriteOptions options) {
        this.calls = calls;
        this.target = target;
        this.forOwner = options.forOwner();
    }

    /** Makes a temporary file with the content, on the disk, with the attributes of the target if there is one. */
    Path prepare(Path directory, byte[] content, boolean hasModel) throws IOException {
        Path temporary = create(directory, hasModel);
        boolean done = false;
        try {
            fill(temporary, content, hasModel);
            done = true;
            return temporary;
        } catch (IOException e) {
            throw Failures.of(target.asked(), "cannot be replaced: ", e);
        } finally {
            if (!done) {
                discard(temporary);
            }
        }
    }

    private Path create(Path directory, boolean hasModel) throws IOException {
        long seed = System.nanoTime() ^ System.currentTimeMillis() << 32;
        for (int i = 0; i < MAX_NAMES; i++) {
            String name = target.temporaryStart() + Long.toHexString(seed + i) + target.temporaryEnd();
            Path candidate = directory.resolve(name);
            try {
                make(candidate, hasModel);
                return candidate;
            } catch (FileAlreadyExistsException e) {
                // Someone else's; the next name is another one.
            } catch (IOException e) {
                throw Failures.of(target.asked(), "cannot create a file beside it: ", e);
            }
        }
        throw new FileSystemException(target.asked().toString(), null, "no free name for a temporary file beside it");
    }

    /** A copy has all attributes of its model from the first moment on; nobody reads it who may not read the model. */
    private void make(Path candidate, boolean hasModel) throws IOException {
        if (!hasModel) {
            calls.create(candidate, forOwner);
            return;
        }
        boolean done = false;
        try {
            calls.copy(target.file(), candidate);
            done = true;
        } catch (FileAlreadyExistsException e) {
            done = true;
            throw e;
        } finally {
            if (!done) {
                discard(candidate);
            }
        }
    }

    private void fill(Path temporary, byte[] content, boolean hasModel) throws IOException {
        Ownership ownership = hasModel ? calls.ownership(target.file()) : Ownership.OF_NEW_FILE;
        try (FileCalls.Output out = calls.rewrite(temporary)) {
            out.write(content);
            calls.own(temporary, ownership);
            out.sync();
        }
    }

    /** Puts a finished file in the place of another, or where none is. */
    void rename(Path temporary, Path to) throws IOException {
        calls.rename(temporary, to);
    }

    /** Makes the renames in a directory survive a power cut, on file systems that can. */
    void settle(Path directory) {
        try {
            calls.sync(directory);
        } catch (IOException e) {
            // The content is in place and whole either way.
        }
    }

    /** After a rename there is nothing to delete; before it, the first failure is the one worth reporting. */
    void discard(Path temporary) {
        try {
            if (calls.kind(temporary) != FileCalls.Kind.MISSING) {
                calls.delete(temporary);
            }
        } catch (IOException e) {
            // The next run deletes it; containerd does not load it, because its name does not end in .toml.
        }
    }

    /** Deletes what killed runs have left in a directory; only the holder of the lock may. */
    void discardLeftovers(Path directory) {
        List<String> names = leftovers(directory);
        for (int i = 0; i < names.size(); i++) {
            discard(directory.resolve(names.get(i)));
        }
    }

    /** {@return what killed runs have left in a directory, and what others are writing just now} */
    List<String> leftovers(Path directory) {
        try {
            List<String> names = new ArrayList<>();
            for (String name : calls.list(directory, target.temporaryStart())) {
                if (name.endsWith(target.temporaryEnd())) {
                    names.add(name);
                }
            }
            return names;
        } catch (IOException e) {
            return List.of();
        }
    }
}
