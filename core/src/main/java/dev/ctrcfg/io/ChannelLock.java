// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A lock on a file, of this process against others and of its threads against each other.
 *
 * <p>The system gives a lock to a process and takes it back as soon as the process closes the file once, however often it
 * has it open. So no second thread may open the file meanwhile.
 */
final class ChannelLock implements FileCalls.Lock {

    private static final Set<OpenOption> OPTIONS =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    private static final Set<Path> OPEN = new HashSet<>();

    private final Path file;
    private @Nullable FileChannel channel;

    private ChannelLock(Path file) {
        this.file = file;
    }

    static ChannelLock open(Path file) throws IOException {
        ChannelLock lock = new ChannelLock(file.toAbsolutePath().normalize());
        // Opened now, so that a file that cannot be made is reported before any waiting.
        lock.openUnlessOpen();
        return lock;
    }

    private boolean openUnlessOpen() throws IOException {
        if (channel != null) {
            return true;
        }
        synchronized (OPEN) {
            if (!OPEN.add(file)) {
                return false;
            }
            try {
                channel = FileChannel.open(file, OPTIONS, Ownership.PRIVATE);
                return true;
            } finally {
                if (channel == null) {
                    OPEN.remove(file);
                }
            }
        }
    }

    @Override
    public boolean tryLock() throws IOException {
        FileChannel open = openUnlessOpen() ? channel : null;
        return open != null && open.tryLock() != null;
    }

    @Override
    public void close() throws IOException {
        synchronized (OPEN) {
            FileChannel open = channel;
            if (open == null) {
                return;
            }
            channel = null;
            OPEN.remove(file);
            open.close();
        }
    }
}
