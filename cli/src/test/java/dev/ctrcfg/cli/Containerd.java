// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.ctrcfg.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A containerd of each line, as {@code .ci/containerd} puts them side by side. */
enum Containerd {
    V1_6("1.6", "containerd-1.6.20-deb", 2, "io.containerd.grpc.v1.cri"),
    V1_7("1.7", "containerd-1.7.24-deb", 2, "io.containerd.grpc.v1.cri"),
    V2_1("2.1", "containerd-2.1.9-deb", 3, "io.containerd.cri.v1.runtime");

    private final String line;
    private final String configFolder;
    private final int configVersion;
    private final String criPlugin;

    Containerd(String line, String configFolder, int configVersion, String criPlugin) {
        this.line = line;
        this.configFolder = configFolder;
        this.configVersion = configVersion;
        this.criPlugin = criPlugin;
    }

    /** {@return the configuration that {@code config default} prints} */
    Path defaultConfig() {
        return Shared.testdata("config/" + configFolder + "/config.toml");
    }

    /** {@return the release as the command line names it} */
    String release() {
        return configFolder.substring("containerd-".length());
    }

    /** {@return the configuration version this line writes} */
    int configVersion() {
        return configVersion;
    }

    /** {@return the id of the plugin that reads the runtimes} */
    String criPlugin() {
        return criPlugin;
    }

    /** {@return the folder of the programs} */
    Path bin() {
        return home().resolve(line).resolve("bin");
    }

    /** {@return one of containerd, ctr, containerd-shim-runc-v2 and runc} */
    Path program(String name) {
        return bin().resolve(name);
    }

    /** {@return the statically linked busybox} */
    static Path busybox() {
        return home().resolve("busybox");
    }

    /** {@return kubectl; gives the test up where it is missing} */
    static Path kubectl() {
        Path kubectl = home().resolve("kubectl");
        if (!Files.isExecutable(kubectl)) {
            giveUp("kubectl is not in " + home() + ": run .ci/containerd to get it");
        }
        return kubectl;
    }

    /** {@return what {@code containerd config dump} prints for the file} */
    String configDump(Path config) throws IOException, InterruptedException {
        requireInstalled();
        return Programs.run(program("containerd").toString(), "--config", config.toString(), "config", "dump");
    }

    /** Gives the test up where this containerd is missing; with {@code CI=true} that is a failure. */
    void requireInstalled() {
        missing().ifPresent(Containerd::giveUp);
    }

    /** Gives the test up where this containerd cannot be started; with {@code CI=true} that is a failure. */
    void requireStartable() throws IOException, InterruptedException {
        requireInstalled();
        if (!Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
            giveUp("containerd is started by root alone");
        }
        Programs.Result namespaces = Programs.execute("unshare", "--mount", "--pid", "--fork", "true");
        if (namespaces.exitCode() != 0) {
            giveUp("containerd is started in namespaces of its own: " + namespaces.err());
        }
    }

    private Optional<String> missing() {
        return Files.isExecutable(program("containerd")) && Files.isExecutable(busybox())
                ? Optional.empty()
                : Optional.of("containerd " + line + " is not in " + home() + ": run .ci/containerd to get it");
    }

    private static void giveUp(String reason) {
        if ("true".equals(System.getenv("CI"))) {
            fail(reason);
        }
        abort(reason);
    }

    private static Path home() {
        Map<String, String> env = System.getenv();
        if (env.containsKey("CTRCFG_CONTAINERD_HOME")) {
            return Path.of(env.get("CTRCFG_CONTAINERD_HOME"));
        }
        String cache = env.getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache");
        return Path.of(cache, "ctrcfg", "containerd");
    }

    @Override
    public String toString() {
        return "containerd " + line;
    }
}
