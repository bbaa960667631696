// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostsTomlCommandTest {

    @TempDir
    Path folder;

    @Test
    void letsTheOwnerAloneReadAFileWithCredentials() throws Exception {
        Path config = Files.writeString(folder.resolve("config.toml"), """
                version = 2
                [plugins."io.containerd.grpc.v1.cri".registry.configs."secret.example.com".auth]
                  username = "puller"
                  password = "very secret"
                [plugins."io.containerd.grpc.v1.cri".registry.mirrors."open.example.com"]
                  endpoint = ["https://mirror.example.com"]
                """);

        String certs = folder.resolve("certs.d").toString();
        run(
                "hosts-toml",
                config.toString(),
                "--write",
                certs,
                "--patch",
                folder.resolve("patch.json").toString());

        assertThat(mode("secret.example.com")).isEqualTo("rw-------");
        assertThat(mode("open.example.com")).startsWith("rw-r");
    }

    private String mode(String host) throws Exception {
        Path file = folder.resolve("certs.d").resolve(host).resolve("hosts.toml");
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static void run(String... line) {
        StringWriter err = new StringWriter();
        Console console = new Console(
                InputStream.nullInputStream(), new PrintWriter(new StringWriter()), new PrintWriter(err), false);
        assertThat(Ctrcfg.run(console, line)).as(err.toString()).isZero();
    }
}
