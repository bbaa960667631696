// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Configuration files by chance: a root and drop-ins, of every version, with settings of the daemon, of the CRI plugin in
 * all its layouts and of other plugins, unknown ones, and now and then one of the wrong type.
 */
final class RandomConfig {

    private static final List<String> TOP = List.of(
            "root = \"/srv/root\"",
            "root = \"\"",
            "state = \"/srv/state\"",
            "oom_score = -500",
            "oom_score = 0",
            "temp = \"/srv/tmp\"",
            "plugin_dir = \"/srv/plugins\"",
            "disabled_plugins = [\"io.containerd.snapshotter.v1.zfs\", \"io.containerd.snapshotter.v1.btrfs\"]",
            "disabled_plugins = [\"io.containerd.grpc.v1.cri\"]",
            "disabled_plugins = []",
            "required_plugins = [\"io.containerd.grpc.v1.cri\"]",
            "bogus = 1",
            "Oom_Score = 7");

    private static final Map<String, List<String>> TABLES = Map.ofEntries(
            Map.entry(
                    "grpc",
                    List.of(
                            "address = \"/srv/c.sock\"",
                            "uid = 5",
                            "gid = 0",
                            "max_recv_message_size = 0",
                            "max_send_message_size = 1000",
                            "tcp_address = \"127.0.0.1:9\"",
                            "tcp_tls_cert = \"/srv/t.crt\"",
                            "bogus = true")),
            Map.entry("ttrpc", List.of("address = \"/srv/t.sock\"", "uid = 6", "gid = 7")),
            Map.entry(
                    "debug", List.of("address = \"/srv/d.sock\"", "level = \"debug\"", "format = \"json\"", "uid = 4")),
            Map.entry(
                    "metrics", List.of("address = \"127.0.0.1:8\"", "grpc_histogram = true", "grpc_histogram = false")),
            Map.entry("cgroup", List.of("path = \"/kube\"", "path = \"\"")),
            Map.entry(
                    "timeouts",
                    List.of("\"io.containerd.timeout.shim.load\" = \"9s\"", "\"own\" = \"1m\"", "\"empty\" = \"\"")),
            Map.entry("proxy_plugins.stargz", List.of("type = \"snapshot\"\naddress = \"/srv/stargz.sock\"")),
            Map.entry(
                    "stream_processors.own",
                    List.of(
                            "returns = \"application/x\"",
                            "path = \"/srv/p\"",
                            "args = [\"-a\", \"-b\"]",
                            "accepts = []")),
            Map.entry("unknown", List.of("a = 1", "b = \"x\"")),
            Map.entry("unknown.deeper", List.of("c = [1, 2]")));

    private static final Map<String, List<String>> PLUGINS = Map.ofEntries(
            Map.entry(
                    "io.containerd.gc.v1.scheduler",
                    List.of(
                            "pause_threshold = 0.5",
                            "deletion_threshold = 7",
                            "schedule_delay = \"90s\"",
                            "startup_delay = \"1500us\"",
                            "bogus = 1")),
            Map.entry("io.containerd.internal.v1.opt", List.of("path = \"/srv/opt\"", "path = \"\"")),
            Map.entry("io.containerd.internal.v1.restart", List.of("interval = \"1m30s\"")),
            Map.entry("io.containerd.monitor.v1.cgroups", List.of("no_prometheus = true")),
            Map.entry("io.containerd.monitor.task.v1.cgroups", List.of("no_prometheus = true")),
            Map.entry(
                    "io.containerd.runtime.v2.task",
                    List.of("platforms = [\"linux/arm64\"]", "sched_core = true", "sched_core = false")),
            Map.entry("io.containerd.shim.v1.manager", List.of("env = [\"A=1\"]", "bogus = 2")),
            Map.entry(
                    "io.containerd.snapshotter.v1.overlayfs",
                    List.of("root_path = \"/srv/o\"", "upperdir_label = true", "mount_options = [\"index=off\"]")),
            Map.entry(
                    "io.containerd.tracing.processor.v1.otlp",
                    List.of("endpoint = \"http://srv:1\"", "insecure = false")),
            Map.entry("io.containerd.nri.v1.nri", List.of("disable = false", "plugin_request_timeout = \"7s\"")),
            Map.entry("io.containerd.service.v1.diff-service", List.of("default = []", "default = [\"other\"]")),
            Map.entry(
                    "io.containerd.transfer.v1.local",
                    List.of(
                            "max_concurrent_downloads = 9",
                            "unpack_config = [{ platform = \"linux/arm64\", snapshotter = \"native\" }]",
                            "unpack_config = [{ platform = \"linux\", bogus = 1 }]",
                            "unpack_config = []")),
            Map.entry("io.containerd.metadata.v1.bolt", List.of("content_sharing_policy = \"isolated\"")),
            Map.entry("io.containerd.server.v1.grpc", List.of("address = \"/srv/own.sock\"")),
            Map.entry("io.containerd.nobody.v1.knows", List.of("a = 1", "b = { c = 2 }")));

    private static final List<String> CRI = List.of(
            "sandbox_image = \"example.com/pause:1\"",
            "sandbox_image = \"\"",
            "enable_selinux = true",
            "Enable_Selinux = true",
            "ENABLE_SELINUX = true",
            "systemd_cgroup = true",
            "stats_collect_period = 3",
            "max_concurrent_downloads = 0",
            "stream_server_port = \"10010\"",
            "stream_idle_timeout = \"1h\"",
            "disable_tcp_service = false",
            "enable_unprivileged_ports = true",
            "enable_cdi = true",
            "cdi_spec_dirs = [\"/srv/cdi\"]",
            "cdi_spec_dirs = []",
            "image_pull_progress_timeout = \"2m\"",
            "drain_exec_sync_io_timeout = \"3s\"",
            "pinned_images = { sandbox = \"example.com/pause:2\", other = \"x\" }",
            "bogus = { a = 1, b = { c = 2 } }");

    private static final Map<String, List<String>> CRI_TABLES = Map.ofEntries(
            Map.entry(
                    "containerd",
                    List.of(
                            "snapshotter = \"native\"",
                            "default_runtime_name = \"kata\"",
                            "default_runtime_name = \"\"",
                            "disable_snapshot_annotations = false",
                            "no_pivot = true",
                            "discard_unpacked_layers = true",
                            "ignore_rdt_not_enabled_errors = true",
                            "bogus = 1")),
            Map.entry("containerd.default_runtime", List.of("runtime_type = \"io.containerd.runc.v1\"")),
            Map.entry("containerd.untrusted_workload_runtime", List.of("runtime_type = \"io.containerd.kata.v2\"")),
            Map.entry(
                    "cni",
                    List.of(
                            "bin_dir = \"/srv/cni\"",
                            "bin_dir = \"\"",
                            "bin_dirs = [\"/srv/a\", \"/srv/b\"]",
                            "conf_dir = \"/srv/net.d\"",
                            "max_conf_num = 2",
                            "bogus = 1")),
            Map.entry("registry", List.of("config_path = \"/srv/certs.d\"")),
            Map.entry("registry.mirrors.\"docker.io\"", List.of("endpoint = [\"https://m.example.com\"]")),
            Map.entry("registry.configs.\"a.example.com:5000\".auth", List.of("username = \"u\"\npassword = \"p\"")),
            Map.entry("registry.configs.\"a.example.com:5000\".tls", List.of("insecure_skip_verify = true")),
            Map.entry("registry.headers", List.of("X-A = [\"1\", \"2\"]")),
            Map.entry("image_decryption", List.of("key_model = \"\"", "key_model = \"node\"")),
            Map.entry("x509_key_pair_streaming", List.of("tls_cert_file = \"/srv/s.crt\"")));

    private static final List<String> RUNTIME = List.of(
            "runtime_type = \"io.containerd.kata.v2\"",
            "runtime_type = \"\"",
            "runtime_path = \"/srv/shim\"",
            "privileged_without_host_devices = true",
            "pod_annotations = [\"io.kata.*\"]",
            "container_annotations = []",
            "base_runtime_spec = \"/srv/spec.json\"",
            "snapshotter = \"native\"",
            "sandbox_mode = \"shim\"",
            "sandboxer = \"podsandbox\"",
            "sandboxer = \"\"",
            "cni_conf_dir = \"/srv/k\"",
            "cni_max_conf_num = 4",
            "runtime_engine = \"/srv/engine\"",
            "bogus = [1]");

    private static final List<String> OPTIONS = List.of(
            "SystemdCgroup = true",
            "BinaryName = \"/srv/runc\"",
            "ConfigPath = \"/srv/kata.toml\"",
            "systemdCgroup = false",
            "IoUid = 3");

    private static final List<String> WRONG = List.of(
            "enable_selinux = \"yes\"",
            "max_concurrent_downloads = \"3\"",
            "stream_server_port = 10",
            "cdi_spec_dirs = \"/srv\"",
            "cdi_spec_dirs = [1]",
            "stats_collect_period = 1.5",
            "cni = 3",
            "containerd = []",
            "registry = \"x\"",
            "sandbox_image = { a = 1 }");

    private final Random random;
    private final Map<String, String> files = new LinkedHashMap<>();
    private boolean wrong;

    private RandomConfig(long seed) {
        random = new Random(seed);
    }

    /** {@return files by their names, {@code config.toml} first} */
    static Map<String, String> of(long seed) {
        RandomConfig config = new RandomConfig(seed);
        config.write();
        return config.files;
    }

    private void write() {
        int dropIns = random.nextInt(3);
        List<String> imports = new ArrayList<>();
        for (int i = 0; i < dropIns; i++) {
            imports.add(random.nextBoolean() ? "\"d" + i + ".toml\"" : "\"./d" + i + ".toml\"");
        }
        wrong = random.nextInt(6) == 0;
        int version = version();
        files.put("config.toml", file(version, imports));
        for (int i = 0; i < dropIns; i++) {
            boolean same = random.nextInt(4) > 0;
            files.put("d" + i + ".toml", file(same ? version : version(), List.of()));
        }
    }

    /** 0 stands for a file without a version. */
    private int version() {
        return List.of(0, 1, 2, 2, 2, 2, 3, 3, 3).get(random.nextInt(9));
    }

    private String file(int version, List<String> imports) {
        StringBuilder out = new StringBuilder();
        if (version > 0) {
            out.append("version = ").append(version).append('\n');
        }
        if (!imports.isEmpty()) {
            out.append("imports = [").append(String.join(", ", imports)).append("]\n");
        }
        append(out, pick(TOP, 4));
        TABLES.forEach((name, lines) -> table(out, name, lines, 3));
        if (version < 2) {
            cri(out, "cri", CRI_TABLES.keySet().stream().sorted().toList());
        } else {
            PLUGINS.keySet().stream()
                    .sorted()
                    .forEach(id -> table(out, "plugins.\"" + id + "\"", requireNonNull(PLUGINS.get(id)), 4));
            boolean old = version == 2 || random.nextInt(6) == 0;
            if (old) {
                cri(
                        out,
                        "\"io.containerd.grpc.v1.cri\"",
                        CRI_TABLES.keySet().stream().sorted().toList());
            }
            if (!old || random.nextInt(6) == 0) {
                cri(out, "\"io.containerd.cri.v1.runtime\"", List.of("cni", "containerd"));
                cri(out, "\"io.containerd.cri.v1.images\"", List.of("image_decryption", "registry"));
            }
        }
        return out.toString();
    }

    private void cri(StringBuilder out, String plugin, List<String> tables) {
        if (random.nextInt(4) == 0) {
            return;
        }
        out.append("[plugins.").append(plugin).append("]\n");
        if (wrong && random.nextBoolean()) {
            wrong = false;
            out.append(WRONG.get(random.nextInt(WRONG.size()))).append('\n');
            return;
        }
        append(out, pick(CRI, 4));
        for (String table : tables) {
            table(out, "plugins." + plugin + "." + table, requireNonNull(CRI_TABLES.get(table)), 2);
        }
        if (tables.contains("containerd")) {
            for (String name : List.of("runc", "kata")) {
                runtime(out, "plugins." + plugin + ".containerd.runtimes." + name);
            }
        }
    }

    private void runtime(StringBuilder out, String table) {
        if (random.nextInt(3) == 0) {
            return;
        }
        table(out, table, RUNTIME, 1);
        table(out, table + ".options", OPTIONS, 2);
    }

    private void table(StringBuilder out, String name, List<String> lines, int rarity) {
        if (random.nextInt(rarity) == 0) {
            out.append('[').append(name).append("]\n");
            append(out, pick(lines, 3));
        }
    }

    private static void append(StringBuilder out, List<String> lines) {
        lines.forEach(line -> out.append(line).append('\n'));
    }

    /** Some of the lines, no two for one key. */
    private List<String> pick(List<String> lines, int most) {
        Map<String, String> chosen = new LinkedHashMap<>();
        int count = random.nextInt(most + 1);
        for (int i = 0; i < count; i++) {
            String line = lines.get(random.nextInt(lines.size()));
            chosen.putIfAbsent(line.substring(0, line.indexOf(' ')).toLowerCase(Locale.ROOT), line);
        }
        return new ArrayList<>(chosen.values());
    }
}
