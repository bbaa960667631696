// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import dev.ctrcfg.cli.command.Arguments;
import dev.ctrcfg.cli.command.Option;
import dev.ctrcfg.cli.daemon.RunningDaemon;
import dev.ctrcfg.shim.ShimSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the containerd of a host looks for shims, as its process says, or else its systemd unit, or else by default.
 *
 * @param search where it looks
 * @param daemon the process or unit that says so; empty if it is the default
 */
record HostSearch(ShimSearch search, Optional<String> daemon) {

    private static final String USUAL = FileArgument.DEFAULT.path().toString();

    static final Option<SearchPath> PATH = Option.value("--path", "PATH", SearchPath.Folders.FOLDERS)
            .description("the daemon's search path, with colons; by default that of the daemon that runs, or of its"
                    + " systemd unit, or the one that systemd sets. The opt plugin's folder comes before it");
    static final Option<String> WORKING_DIRECTORY = Option.value("--cwd", "DIR", AbsolutePath.ON_HOST)
            .description("the daemon's working directory on the host; by default that of the daemon that runs, or of"
                    + " its systemd unit, or /");

    /**
     * {@return the search of the daemon that reads a configuration; if none does, of the one that reads the usual one}
     *
     * @param root where the host's file system is mounted
     * @param config the configuration, as the host calls it
     */
    static HostSearch of(Path root, String config) throws CommandFailure {
        if (!Files.isDirectory(root)) {
            String name = root.toString();
            throw CommandFailure.of(name, new NoSuchFileException(name, null, "no such directory"));
        }
        Optional<RunningDaemon> daemon = find(root, config);
        return daemon.map(HostSearch::of).orElseGet(() -> new HostSearch(ShimSearch.of(root), Optional.empty()));
    }

    /** The daemon that reads the configuration, or else the one that reads the usual one. */
    private static Optional<RunningDaemon> find(Path root, String config) throws CommandFailure {
        String wanted = Path.of(config).toAbsolutePath().normalize().toString();
        Optional<RunningDaemon> usual = Optional.empty();
        try {
            for (RunningDaemon daemon : RunningDaemon.find(root)) {
                if (daemon.config().equals(wanted)) {
                    return Optional.of(daemon);
                }
                boolean isUsual = usual.isEmpty() && daemon.config().equals(USUAL);
                usual = isUsual ? Optional.of(daemon) : usual;
            }
            return usual;
        } catch (IOException e) {
            throw CommandFailure.of(root.toString(), e);
        }
    }

    /** {@return the daemon that reads the usual configuration, or is to} */
    static Optional<RunningDaemon> daemon(Path root) throws CommandFailure {
        return find(root, USUAL);
    }

    /** {@return where a daemon looks} */
    static HostSearch of(RunningDaemon daemon) {
        ShimSearch search = ShimSearch.of(daemon.filesRoot()).withWorkingDirectory(daemon.workingDirectory());
        Optional<List<String>> path = daemon.searchPath();
        ShimSearch withPath = path.isPresent() ? search.withSearchPath(path.get()) : search;
        int slash = daemon.binary().lastIndexOf('/');
        return new HostSearch(
                slash < 0
                        ? withPath
                        : withPath.withContainerdDirectory(daemon.binary().substring(0, Math.max(1, slash))),
                Optional.of(daemon.name()));
    }

    /** This search, as far as the command line does not know better. */
    HostSearch with(Arguments arguments) {
        ShimSearch changed = search;
        Optional<SearchPath> path = arguments.find(PATH);
        if (path.isPresent()) {
            changed = changed.withSearchPath(path.get().folders());
        }
        Optional<String> directory = arguments.find(WORKING_DIRECTORY);
        if (directory.isPresent()) {
            changed = changed.withWorkingDirectory(directory.get());
        }
        return new HostSearch(changed, daemon);
    }
}
