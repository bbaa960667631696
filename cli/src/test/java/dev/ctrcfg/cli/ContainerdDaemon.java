// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A running containerd with its own root, state and socket.
 *
 * <p>It lives in mount and process namespaces of its own: what it writes outside its folders (below /run, /etc and /opt)
 * goes to memory, and with its first process every shim and every container ends.
 */
final class ContainerdDaemon implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    // The root is in memory too: overlayfs, which CRI needs, refuses to lie on the overlay of a container.
    private static final String ENTER_NAMESPACES = """
            mount -t tmpfs none /run
            for dir in /etc /opt; do
              mkdir -p /run/upper$dir /run/work$dir
              mount -t overlay -o lowerdir=$dir,upperdir=/run/upper$dir,workdir=/run/work$dir none $dir
            done
            exec "$@" --root /run/root --state /run/state
            """;

    private static final Pattern CRI_START = Pattern.compile(
            "^time=.*(?:msg=\"Start cri plugin with config (.*)\"|msg=\"starting cri plugin\" config=\"(.*)\")$",
            Pattern.MULTILINE);
    private static final Pattern RUNTIME_TYPE = Pattern.compile("\\b(?:Type:|runtimeType\":\")([^ \"]*)");
    private static final Pattern PRIVILEGED_WITHOUT_HOST_DEVICES =
            Pattern.compile("\\b(?:PrivilegedWithoutHostDevices|privileged_without_host_devices\"):(true|false)");

    private final Containerd containerd;
    private final Path folder;
    private final Process process;

    private ContainerdDaemon(Containerd containerd, Path folder, Process process) {
        this.containerd = containerd;
        this.folder = folder;
        this.process = process;
    }

    /** {@return the daemon, started with the configuration and serving} */
    static ContainerdDaemon start(Containerd containerd, Path config) throws IOException, InterruptedException {
        containerd.requireStartable();
        Path folder = Files.createTempDirectory("ctrcfg-containerd-");
        Files.createDirectory(shims(folder));
        ProcessBuilder builder = new ProcessBuilder(command(containerd, config, folder))
                .redirectErrorStream(true)
                .redirectOutput(logFile(folder).toFile());
        builder.environment().merge("PATH", shims(folder) + ":" + containerd.bin(), (old, own) -> own + ":" + old);
        ContainerdDaemon daemon = new ContainerdDaemon(containerd, folder, builder.start());
        try {
            daemon.awaitReady();
            return daemon;
        } catch (Throwable e) {
            daemon.close();
            throw e;
        }
    }

    /** {@return the command that starts a daemon whose socket is {@code containerd.sock} in a folder} */
    static List<String> command(Containerd containerd, Path config, Path folder) {
        List<String> command = new ArrayList<>(List.of("unshare", "--mount", "--propagation", "private"));
        command.addAll(List.of("--pid", "--fork", "--kill-child", "--mount-proc"));
        command.addAll(List.of("sh", "-euc", ENTER_NAMESPACES, "sh"));
        command.addAll(List.of(containerd.program("containerd").toString(), "--config", config.toString()));
        command.addAll(List.of("--address", socket(folder).toString(), "--log-level", "debug"));
        return command;
    }

    private void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!serves()) {
            assertThat(process.isAlive())
                    .as(() -> containerd + " runs\n" + log())
                    .isTrue();
            assertThat(System.nanoTime())
                    .as(() -> containerd + " serves\n" + log())
                    .isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    private boolean serves() throws IOException, InterruptedException {
        return Files.exists(socket(folder)) && Programs.succeeds(ctrCommand("version"));
    }

    /** {@return the status of the plugin in {@code ctr plugins ls}, such as {@code ok} or {@code error}} */
    Optional<String> pluginStatus(String id) throws IOException, InterruptedException {
        int dot = id.lastIndexOf('.');
        Pattern row = Pattern.compile(
                "^" + Pattern.quote(id.substring(0, dot)) + "\\s+" + Pattern.quote(id.substring(dot + 1))
                        + "\\s.*?(\\S+)\\s*$",
                Pattern.MULTILINE);
        Matcher matcher = row.matcher(ctr("plugins", "ls"));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** {@return everything the daemon has logged, from level debug on} */
    String log() {
        try {
            return Files.readString(logFile(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the configuration CRI logged when it started: a Go dump before 2.0, JSON since} */
    String criConfig() {
        String log = log();
        Matcher matcher = CRI_START.matcher(log);
        assertThat(matcher.find())
                .as(() -> "CRI logs its configuration\n" + log)
                .isTrue();
        String quoted = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return quoted.replaceAll("\\\\(.)", "$1");
    }

    /** {@return the runtime as CRI logged it when it started} */
    Optional<CriRuntime> criRuntime(String name) {
        String config = criConfig();
        Matcher runtimes = Pattern.compile("Runtimes:map\\[|\"runtimes\":\\{").matcher(config);
        Matcher start =
                Pattern.compile("[\\[{, ]\"?" + Pattern.quote(name) + "\"?:\\{").matcher(config);
        if (!runtimes.find() || !start.find(runtimes.end() - 1)) {
            return Optional.empty();
        }
        String runtime = upToClosingBrace(config, start.end());
        return Optional.of(new CriRuntime(
                first(RUNTIME_TYPE, runtime), Boolean.parseBoolean(first(PRIVILEGED_WITHOUT_HOST_DEVICES, runtime))));
    }

    private static String upToClosingBrace(String text, int from) {
        int depth = 1;
        int end = from;
        for (; depth > 0; end++) {
            char c = text.charAt(end);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        }
        return text.substring(from, end);
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(() -> pattern + " in " + text).isTrue();
        return matcher.group(1);
    }

    /** Puts a copy of the runc shim on the daemon's path as the shim of runtime type {@code io.containerd.NAME.v2}. */
    void addShim(String name) throws IOException {
        Files.copy(
                containerd.program("containerd-shim-runc-v2"),
                shims(folder).resolve("containerd-shim-" + name + "-v2"));
    }

    /** {@return the output of the busybox command in a container of the runtime type} */
    String runBusybox(String runtimeType, String... command) throws IOException, InterruptedException {
        Path rootfs = Files.createTempDirectory(folder, "rootfs-");
        Files.createDirectory(rootfs.resolve("bin"));
        Files.copy(Containerd.busybox(), rootfs.resolve("bin/busybox"));
        Path output = Files.createTempFile(folder, "output-", ".log");
        // The fifos of ctr would lie below /run, which the daemon sees another one of.
        List<String> args = new ArrayList<>(List.of("run", "--rm", "--log-uri", "file://" + output));
        // Inside a container no cgroup controller may be at hand.
        args.addAll(List.of("--cgroup", "", "--cpu-shares", "0"));
        args.addAll(List.of("--rootfs", "--runtime", runtimeType, rootfs.toString(), "test", "/bin/busybox"));
        args.addAll(List.of(command));
        ctr(args.toArray(String[]::new));
        return Files.readString(output);
    }

    private String ctr(String... args) throws IOException, InterruptedException {
        return Programs.run(ctrCommand(args));
    }

    private String[] ctrCommand(String... args) {
        List<String> command = new ArrayList<>();
        command.add(containerd.program("ctr").toString());
        command.addAll(List.of("--address", socket(folder).toString()));
        command.addAll(List.of(args));
        return command.toArray(String[]::new);
    }

    @Override
    public void close() throws IOException {
        // unshare itself heeds no SIGTERM, and ends when its child has.
        process.children().forEach(ProcessHandle::destroy);
        process.onExit()
                .completeOnTimeout(process, STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join();
        process.children().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }

    private static Path shims(Path folder) {
        return folder.resolve("shims");
    }

    private static Path socket(Path folder) {
        return folder.resolve("containerd.sock");
    }

    private static Path logFile(Path folder) {
        return folder.resolve("containerd.log");
    }

    /** The facts of a runtime that both forms of the logged configuration tell. */
    record CriRuntime(String type, boolean privilegedWithoutHostDevices) {}
}
