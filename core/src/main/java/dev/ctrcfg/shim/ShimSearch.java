// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.shim;

import dev.ctrcfg.release.GoPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a containerd daemon looks for shims. All paths but the host's root are as the host sees them.
 *
 * @param hostRoot the folder where the host's file system is; {@code /} for this host
 * @param workingDirectory the daemon's working directory, absolute
 * @param searchPath the folders of the daemon's {@code PATH} in order, as its service sets it
 * @param optDirectory the {@code path} of the plugin {@code io.containerd.internal.v1.opt}, whose {@code bin} comes
 *     before the search path; empty if the plugin is disabled
 * @param containerdDirectory the folder of the containerd binary
 */
public record ShimSearch(
        Path hostRoot,
        String workingDirectory,
        List<String> searchPath,
        Optional<String> optDirectory,
        String containerdDirectory) {

    /** What systemd gives a service that does not set its own. */
    private static final List<String> SYSTEMD_PATH =
            List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");

    /** Copies the list. */
    public ShimSearch {
        searchPath = List.copyOf(searchPath);
    }

    /**
     * {@return the search of a containerd that systemd starts from {@code /usr/bin}}
     *
     * @param hostRoot the folder where the host's file system is
     */
    public static ShimSearch of(Path hostRoot) {
        return new ShimSearch(hostRoot, "/", SYSTEMD_PATH, Optional.of("/opt/containerd"), "/usr/bin");
    }

    /**
     * {@return this search with another working directory}
     *
     * @param directory the daemon's working directory, absolute
     */
    public ShimSearch withWorkingDirectory(String directory) {
        return new ShimSearch(hostRoot, directory, searchPath, optDirectory, containerdDirectory);
    }

    /**
     * {@return this search with another search path}
     *
     * @param folders the folders in order
     */
    public ShimSearch withSearchPath(List<String> folders) {
        return new ShimSearch(hostRoot, workingDirectory, folders, optDirectory, containerdDirectory);
    }

    /**
     * {@return this search with another folder of the opt plugin}
     *
     * @param directory the plugin's {@code path}, empty if it is disabled
     */
    public ShimSearch withOptDirectory(Optional<String> directory) {
        return new ShimSearch(hostRoot, workingDirectory, searchPath, directory, containerdDirectory);
    }

    /**
     * {@return this search with containerd in another folder}
     *
     * @param directory the folder of the containerd binary
     */
    public ShimSearch withContainerdDirectory(String directory) {
        return new ShimSearch(hostRoot, workingDirectory, searchPath, optDirectory, directory);
    }

    /** The search path as the daemon has it once it runs. */
    List<String> folders() {
        List<String> folders = new ArrayList<>(searchPath.size() + 1);
        optDirectory.ifPresent(opt -> folders.add(GoPath.join(opt, "bin")));
        folders.addAll(searchPath);
        return folders;
    }
}
