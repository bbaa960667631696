// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The documents that are measured. */
final class Documents {

    private static final String DEFAULT = "containerd";

    private Documents() {}

    /** The default configuration of containerd 2.1 for {@code containerd}, else one of at least so many bytes. */
    static byte[] of(String name) {
        return name.equals(DEFAULT) ? containerd() : synthetic(Integer.parseInt(name));
    }

    private static byte[] containerd() {
        Path file = Path.of(System.getProperty("ctrcfg.testdata", "testdata"))
                .resolve("config/containerd-2.1.9-deb/config.toml");
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A configuration with as many plugins as it takes: nested tables with quoted names, strings, arrays, comments. */
    static byte[] synthetic(int size) {
        StringBuilder out = new StringBuilder(size + 2048);
        out.append("version = 3\nroot = '/var/lib/containerd'\nstate = '/run/containerd'\n\n[plugins]\n");
        for (int i = 0; out.length() < size; i++) {
            plugin(out, i);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void plugin(StringBuilder out, int i) {
        String id = "plugins.'io.containerd.cri.v1.runtime" + i + "'";
        out.append("  # What plugin ").append(i).append(" does, and how it is to do it.\n");
        out.append("  [").append(id).append("]\n");
        out.append("    enable_selinux = false\n    max_container_log_line_size = ").append(16384 + i);
        out.append("\n    cdi_spec_dirs = ['/etc/cdi', '/var/run/cdi']\n");
        out.append("    stream_idle_timeout = \"4h0m0s\" # as long as it takes\n    drain_exec_sync_io_timeout = '0s'\n\n");
        out.append("    [").append(id).append(".containerd]\n");
        out.append("      default_runtime_name = 'runc'\n      ignore_blockio_not_enabled_errors = false\n\n");
        for (String runtime : new String[] {"runc", "kata"}) {
            runtime(out, id + ".containerd.runtimes." + runtime, runtime);
        }
    }

    private static void runtime(StringBuilder out, String path, String runtime) {
        out.append("        [").append(path).append("]\n");
        out.append("          runtime_type = 'io.containerd.").append(runtime).append(".v2'\n");
        out.append("          pod_annotations = []\n          privileged_without_host_devices = false\n");
        out.append("          snapshotter = ''\n          sandboxer = 'podsandbox'\n\n");
        out.append("          [").append(path).append(".options]\n");
        out.append("            BinaryName = ''\n            IoGid = 0\n            SystemdCgroup = true\n\n");
    }
}
