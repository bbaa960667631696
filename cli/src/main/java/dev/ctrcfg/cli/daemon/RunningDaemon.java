// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.daemon;

import dev.ctrcfg.io.HostFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A containerd daemon of a host, running or about to be started by systemd. Paths are those that the daemon sees.
 *
 * @param name {@code process 123} or the unit, such as {@code containerd.service}
 * @param pid its process as the host's {@code /proc} numbers it; empty if it does not run
 * @param binary the path of its program
 * @param arguments its arguments, without the program
 * @param workingDirectory its working directory, absolute
 * @param searchPath the folders of its {@code PATH}; empty if that cannot be told
 * @param started when it was started; empty if it does not run
 * @param filesRoot where this process finds the files that the daemon sees
 */
public record RunningDaemon(
        String name,
        OptionalLong pid,
        String binary,
        List<String> arguments,
        String workingDirectory,
        Optional<List<String>> searchPath,
        Optional<Instant> started,
        Path filesRoot) {

    private static final String DEFAULT_CONFIG = "/etc/containerd/config.toml";
    private static final String DEFAULT_ADDRESS = "/run/containerd/containerd.sock";
    private static final List<String> WITH_VALUE =
            List.of("--config", "-c", "--log-level", "-l", "--address", "-a", "--root", "--state");

    /** Copies the list. */
    public RunningDaemon {
        arguments = List.copyOf(arguments);
    }

    /**
     * {@return the daemons of a host: those that run, in the order of their processes; if none does, those of its systemd
     * units}
     *
     * @param root the directory where the host's file system is mounted
     * @throws IOException if the host's processes cannot be listed
     */
    public static List<RunningDaemon> find(Path root) throws IOException {
        List<RunningDaemon> running = new Processes(root).daemons();
        return running.isEmpty() ? SystemdUnit.daemons(HostFiles.below(root)) : running;
    }

    /** {@return the configuration file that it reads, absolute} */
    public String config() {
        String given = option("--config", "-c").orElse(DEFAULT_CONFIG);
        return given.startsWith("/") ? given : workingDirectory + "/" + given;
    }

    /** {@return the socket that it serves, if its arguments name it or are silent; its configuration may name another} */
    public String address() {
        return option("--address", "-a").orElse(DEFAULT_ADDRESS);
    }

    /** {@return the files that it sees} */
    public HostFiles files() {
        return HostFiles.below(filesRoot);
    }

    private Optional<String> option(String name, String shortName) {
        Optional<String> found = Optional.empty();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            boolean separate = argument.equals(name) || argument.equals(shortName);
            if (separate && i + 1 < arguments.size()) {
                found = Optional.of(arguments.get(i + 1));
            } else if (argument.startsWith(name + "=") || argument.startsWith(shortName + "=")) {
                found = Optional.of(argument.substring(argument.indexOf('=') + 1));
            }
            i += WITH_VALUE.contains(argument) ? 1 : 0;
        }
        return found;
    }

    /** Whether arguments make containerd a daemon and not one of its other commands. */
    static boolean isDaemon(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("-") || argument.equals("--version") || argument.equals("-v")) {
                return false;
            }
            i += WITH_VALUE.contains(argument) ? 1 : 0;
        }
        return true;
    }
}
