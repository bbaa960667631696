// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.io;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The real file system, until its n-th call. */
final class FaultyCalls implements FileCalls {

    /** What happens at the call. */
    enum Fault {
        /** It fails without effect; a write has written half. Later calls work. */
        FAILURE,
        /** The process is killed before it has an effect; a write has written half. */
        CRASH_BEFORE,
        /** The process is killed as soon as it has had its effect. */
        CRASH_AFTER
    }

    /** Ends everything, as a killed process does. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1;
    }

    private final FileCalls real = SystemCalls.INSTANCE;
    private final Fault fault;
    private final int at;
    private int calls;
    private String failed = "";
    private boolean crashed;
    private boolean mounted;

    FaultyCalls(Fault fault, int at) {
        this.fault = fault;
        this.at = at;
    }

    /** Behaves as if the target were mounted by itself. */
    FaultyCalls mounted() {
        mounted = true;
        return this;
    }

    /** {@return the name of the call that failed; empty if there were fewer calls} */
    String failed() {
        return failed;
    }

    private interface Call<T> {
        T run() throws IOException;
    }

    private interface Action {
        void run() throws IOException;
    }

    private <T> T call(String name, Call<T> call, Action half) throws IOException {
        if (crashed) {
            throw new Crash();
        }
        if (++calls != at) {
            return call.run();
        }
        failed = name;
        if (fault == Fault.CRASH_AFTER) {
            runQuietly(call);
        } else {
            half.run();
        }
        if (fault == Fault.FAILURE) {
            throw new FileSystemException("somewhere", null, "injected failure of " + name);
        }
        crashed = true;
        throw new Crash();
    }

    /** Nobody is left to hear of a failure. */
    private static void runQuietly(Call<?> call) {
        try {
            call.run();
        } catch (IOException e) {
            // The crash comes next.
        }
    }

    private <T> T call(String name, Call<T> call) throws IOException {
        return call(name, call, () -> {});
    }

    private void act(String name, Action action) throws IOException {
        act(name, action, () -> {});
    }

    private void act(String name, Action action, Action half) throws IOException {
        call(
                name,
                () -> {
                    action.run();
                    return true;
                },
                half);
    }

    @Override
    public Kind kind(Path path) throws IOException {
        return call("kind", () -> real.kind(path));
    }

    @Override
    public Path linkTarget(Path link) throws IOException {
        return call("linkTarget", () -> real.linkTarget(link));
    }

    @Override
    public byte[] read(Path file) throws IOException {
        return call("read", () -> real.read(file));
    }

    @Override
    public boolean mayWrite(Path file) throws IOException {
        return call("mayWrite", () -> real.mayWrite(file));
    }

    @Override
    public Ownership ownership(Path file) throws IOException {
        return call("ownership", () -> real.ownership(file));
    }

    @Override
    public void own(Path file, Ownership ownership) throws IOException {
        act("own", () -> real.own(file, ownership));
    }

    @Override
    public void create(Path file, boolean forOwner) throws IOException {
        act("create", () -> real.create(file, forOwner));
    }

    @Override
    public void copy(Path from, Path to) throws IOException {
        act("copy", () -> real.copy(from, to), () -> real.create(to, false));
    }

    @Override
    public Output rewrite(Path file) throws IOException {
        Output out = call("rewrite", () -> real.rewrite(file));
        return new Output() {
            @Override
            public void write(byte[] content) throws IOException {
                byte[] half = Arrays.copyOf(content, content.length / 2);
                act("write", () -> out.write(content), () -> out.write(half));
            }

            @Override
            public void sync() throws IOException {
                act("sync", out::sync);
            }

            @Override
            public void close() throws IOException {
                out.close();
                act("close", () -> {});
            }
        };
    }

    @Override
    public InPlaceOutput overwrite(Path file) throws IOException {
        InPlaceOutput out = call("overwrite", () -> real.overwrite(file));
        return new InPlaceOutput() {
            @Override
            public void writeAt(int position, byte[] content, int from, int to) throws IOException {
                int middle = (from + to) / 2;
                act(
                        "writeAt",
                        () -> out.writeAt(position, content, from, to),
                        () -> out.writeAt(position, content, from, middle));
            }

            @Override
            public void truncate(int length) throws IOException {
                act("truncate", () -> out.truncate(length));
            }

            @Override
            public void sync() throws IOException {
                act("sync in place", out::sync);
            }

            @Override
            public void close() throws IOException {
                out.close();
                act("close in place", () -> {});
            }
        };
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        if (mounted && to.getFileName().toString().endsWith(".toml")) {
            throw new FileSystemException(from.toString(), to.toString(), "Device or resource busy");
        }
        act("rename", () -> real.rename(from, to));
    }

    @Override
    public void delete(Path file) throws IOException {
        act("delete", () -> real.delete(file));
    }

    @Override
    public List<String> list(Path directory, String start) throws IOException {
        return call("list", () -> real.list(directory, start));
    }

    @Override
    public void sync(Path directory) throws IOException {
        act("sync of the directory", () -> real.sync(directory));
    }

    /** The system takes the lock of a killed process back. */
    @Override
    public Lock lock(Path file) throws IOException {
        List<Lock> taken = new ArrayList<>();
        Lock lock;
        try {
            lock = call("lock", () -> {
                taken.add(real.lock(file));
                return taken.get(0);
            });
        } catch (Crash e) {
            for (Lock lost : taken) {
                lost.close();
            }
            throw e;
        }
        return new Lock() {
            @Override
            public boolean tryLock() throws IOException {
                return call("tryLock", lock::tryLock);
            }

            @Override
            public void close() throws IOException {
                lock.close();
            }
        };
    }

    @Override
    public boolean isMounted(Path file) {
        return mounted;
    }
}
