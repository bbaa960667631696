// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.registry;

import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlTable;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The HTTP header that credentials of the CRI plugin amount to.
 *
 * <p>Source: {@code ParseAuth} in containerd's internal/cri/server/images/image_pull.go.
 */
final class Authorization {

    private Authorization() {}

    /** The value of the header; empty if there are no credentials, or only a token that is to be exchanged first. */
    static Optional<String> header(TomlTable auth) {
        String user = text(auth, "username");
        String encoded = text(auth, "auth");
        if (!user.isEmpty()) {
            byte[] pair = (user + ":" + text(auth, "password")).getBytes(StandardCharsets.UTF_8);
            return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
        }
        return encoded.isEmpty() ? Optional.empty() : Optional.of("Basic " + encoded);
    }

    private static String text(TomlTable table, String name) {
        return table.get(name).orElse(null) instanceof TomlString string ? string.value() : "";
    }
}
