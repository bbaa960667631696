// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.daemon.RunningDaemon;
import dev.ctrcfg.io.HostFiles;
import dev.ctrcfg.release.ContainerdRelease;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The containerd of a host, which knows its own version. */
final class InstalledContainerd {

    private static final String NAME = "containerd";

    /** Where systemd's search path and the archives of the containerd project put it. */
    private static final List<String> FOLDERS = List.of(
            "/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin", "/opt/containerd/bin");

    /** Far more than a version takes, and less than a pipe holds. */
    private static final int MAX_LENGTH = 4096;

    private static final long PATIENCE_IN_SECONDS = 10;

    private InstalledContainerd() {}

    /** {@return the release of the binary below a root: of the daemon that runs, or the first that is found} */
    static ContainerdRelease release(Path root) throws CommandFailure {
        return releaseOf(find(root));
    }

    /** {@return the release of a daemon: of the program that it runs, even if another one is installed by now} */
    static ContainerdRelease release(RunningDaemon daemon, Path root) throws CommandFailure {
        if (daemon.pid().isPresent()) {
            String process = Long.toString(daemon.pid().getAsLong());
            return releaseOf(root.resolve("proc").resolve(process).resolve("exe"));
        }
        try {
            return releaseOf(daemon.files().find(daemon.binary()));
        } catch (FileSystemException e) {
            throw CommandFailure.of(daemon.binary(), e);
        }
    }

    private static ContainerdRelease releaseOf(Path binary) throws CommandFailure {
        try {
            return ContainerdRelease.parse(version(binary));
        } catch (IOException e) {
            throw CommandFailure.of(binary.toString(), e);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.of(binary.toString(), new IOException(String.valueOf(e.getMessage()), e));
        }
    }

    private static Path find(Path root) throws CommandFailure {
        HostFiles host = HostFiles.below(root);
        for (String place : places(root)) {
            try {
                if (host.isExecutable(place)) {
                    return host.find(place);
                }
            } catch (FileSystemException e) {
                // Gone between the two looks; the next place may do.
            }
        }
        String name = root.toString();
        throw CommandFailure.of(name, new NoSuchFileException(name, null, "no containerd is installed there"));
    }

    private static List<String> places(Path root) throws CommandFailure {
        List<String> places = new ArrayList<>();
        HostSearch.daemon(root).ifPresent(daemon -> places.add(daemon.binary()));
        if (root.equals(HostRoot.NONE)) {
            String path = System.getenv("PATH");
            addAll(
                    places,
                    path == null
                            ? List.of()
                            : SearchPath.Folders.FOLDERS.convert(path).folders());
        }
        addAll(places, FOLDERS);
        return places;
    }

    private static void addAll(List<String> places, List<String> folders) {
        for (String folder : folders) {
            if (folder.startsWith("/")) {
                places.add(folder + "/" + NAME);
            }
        }
    }

    private static String version(Path binary) throws IOException {
        Process process = new ProcessBuilder(binary.toString(), "--version")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("does not tell its version within " + PATIENCE_IN_SECONDS + " s");
            }
            return new String(process.getInputStream().readNBytes(MAX_LENGTH), StandardCharsets.UTF_8);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
