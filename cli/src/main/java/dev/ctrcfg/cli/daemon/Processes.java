// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.daemon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Reads the processes of a host from its {@code /proc}. */
final class Processes {

    private static final String PROGRAM = "containerd";
    private static final String DELETED = " (deleted)";

    /** What Linux counts the age of processes in, whatever the kernel's own clock does. */
    private static final long TICKS_PER_SECOND = 100;

    /** The place of the start among the fields of {@code stat} that follow the program's name. */
    private static final int START_FIELD = 19;

    private final Path root;
    private final Path proc;

    Processes(Path root) {
        this.root = root;
        this.proc = root.resolve("proc");
    }

    List<RunningDaemon> daemons() throws IOException {
        TreeMap<Long, RunningDaemon> found = new TreeMap<>();
        if (!Files.isDirectory(proc)) {
            return List.of();
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path process : entries) {
                daemon(process).ifPresent(daemon -> found.put(daemon.pid().orElseThrow(), daemon));
            }
        }
        return List.copyOf(found.values());
    }

    /** A process that ends meanwhile, or that may not be looked into, is none. */
    private Optional<RunningDaemon> daemon(Path process) {
        try {
            if (!read(process, "comm").strip().equals(PROGRAM)) {
                return Optional.empty();
            }
            List<String> command = split(read(process, "cmdline"), '\0');
            if (command.isEmpty() || !RunningDaemon.isDaemon(command.subList(1, command.size()))) {
                return Optional.empty();
            }
            return Optional.of(daemon(process, command));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private RunningDaemon daemon(Path process, List<String> command) throws IOException {
        String pid = process.getFileName().toString();
        return new RunningDaemon(
                "process " + pid,
                OptionalLong.of(Long.parseLong(pid)),
                link(process, "exe").orElse(command.get(0)),
                command.subList(1, command.size()),
                link(process, "cwd").orElse("/"),
                searchPath(process),
                started(process),
                filesRoot(process));
    }

    private static Optional<List<String>> searchPath(Path process) {
        try {
            for (String variable : split(read(process, "environ"), '\0')) {
                if (variable.startsWith("PATH=")) {
                    return Optional.of(split(variable.substring("PATH=".length()), ':'));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<Instant> started(Path process) throws IOException {
        String stat = read(process, "stat");
        List<String> fields = split(stat.substring(stat.lastIndexOf(')') + 1).strip(), ' ');
        List<String> uptime = split(read(proc, "uptime").strip(), ' ');
        if (fields.size() <= START_FIELD || uptime.isEmpty()) {
            return Optional.empty();
        }
        double age =
                Double.parseDouble(uptime.get(0)) - (double) Long.parseLong(fields.get(START_FIELD)) / TICKS_PER_SECOND;
        return Optional.of(Instant.now().minusMillis(Math.round(age * 1000)));
    }

    /**
     * A daemon in a mount namespace of its own, as rootless ones are, has other files than those at the root: than this
     * process, or, if a host is mounted there, than the host's first one.
     */
    private Path filesRoot(Path process) {
        Optional<String> own = link(process, "ns/mnt");
        String observer = root.equals(root.getRoot()) ? "self" : "1";
        Optional<String> other = link(proc.resolve(observer), "ns/mnt");
        boolean apart = own.isPresent() && other.isPresent() && !own.equals(other);
        return apart ? process.resolve("root") : root;
    }

    private static Optional<String> link(Path process, String name) {
        try {
            String target = Files.readSymbolicLink(process.resolve(name)).toString();
            return Optional.of(
                    target.endsWith(DELETED) ? target.substring(0, target.length() - DELETED.length()) : target);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String read(Path folder, String name) throws IOException {
        return new String(Files.readAllBytes(folder.resolve(name)), StandardCharsets.UTF_8);
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int next = text.indexOf(separator, start);
            int end = next < 0 ? text.length() : next;
            parts.add(text.substring(start, end));
            start = end + 1;
        }
        return parts;
    }
}
