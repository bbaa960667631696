// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.toml.TomlTable;
import java.util.Optional;

/**
 * Credentials for a registry. They are secrets: the text form of this record leaves them out.
 *
 * @param username the user name
 * @param password the password
 * @param auth user name and password, joined with a colon and in base64
 * @param identitytoken a token instead of a password
 * @param unknown keys that the release has no setting for
 */
public record AuthConfig(
        Optional<String> username,
        Optional<String> password,
        Optional<String> auth,
        Optional<String> identitytoken,
        TomlTable unknown) {

    /** {@return which credentials there are} */
    @Override
    public String toString() {
        return "AuthConfig[username=" + username + ", password=" + hidden(password) + ", auth=" + hidden(auth)
                + ", identitytoken=" + hidden(identitytoken) + "]";
    }

    private static String hidden(Optional<String> secret) {
        return secret.isPresent() ? "***" : "absent";
    }
}
