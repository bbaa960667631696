// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.release.ContainerdRelease;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The containerd of a host, which knows its own version. */
final class InstalledContainerd {

    /** Where systemd's search path and the archives of the containerd project put it. */
    private static final List<String> PLACES = List.of(
            "/usr/local/sbin/containerd",
            "/usr/local/bin/containerd",
            "/usr/sbin/containerd",
            "/usr/bin/containerd",
            "/opt/containerd/bin/containerd");

    private InstalledContainerd() {}

    /** {@return the release of the binary below a root} */
    static ContainerdRelease release(Path root) throws CommandFailure {
        Path binary = find(root);
        try {
            return ContainerdRelease.parse(version(binary));
        } catch (IOException e) {
            throw CommandFailure.of(binary.toString(), e);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.of(binary.toString(), new IOException(String.valueOf(e.getMessage()), e));
        }
    }

    private static Path find(Path root) throws CommandFailure {
        for (String place : PLACES) {
            Path binary = HostRoot.below(root, Path.of(place));
            if (Files.isExecutable(binary)) {
                return binary;
            }
        }
        String name = root.toString();
        throw CommandFailure.of(name, new NoSuchFileException(name, null, "no containerd is installed there"));
    }

    private static String version(Path binary) throws IOException {
        Process process = new ProcessBuilder(binary.toString(), "--version")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
