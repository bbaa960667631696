// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.toml.Entry;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlValue;
import java.util.Locale;
import java.util.Set;

/** A secret in a file that everybody on the node can read. */
final class Credentials extends FileRule {

    private static final Set<String> SECRETS = Set.of("password", "auth", "identitytoken");

    Credentials() {
        super("credentials", Severity.WARNING, Releases.ALL);
    }

    @Override
    boolean looksAt(FileKind kind) {
        return true;
    }

    @Override
    void check(LintedFile file, Findings findings) {
        for (Entry entry : file.entries()) {
            if (isSecret(entry)) {
                findings.add(
                        this,
                        file.spot(entry.key())
                                .problem(
                                        "a secret stands here in the clear; use imagePullSecrets or a credential provider of the"
                                                + " kubelet"));
            }
        }
    }

    private static boolean isSecret(Entry entry) {
        Key key = entry.key();
        if (key.isRoot() || !(key.last() instanceof Key.Name name) || isEmpty(entry.value())) {
            return false;
        }
        String last = name.text().toLowerCase(Locale.ROOT);
        boolean header = last.equals("authorization") && passes(key, "header", "headers");
        return header || SECRETS.contains(last) && passes(key, "registry", "registry");
    }

    private static boolean passes(Key key, String table, String other) {
        for (Key.Part part : key.parts()) {
            if (part.equals(new Key.Name(table)) || part.equals(new Key.Name(other))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEmpty(TomlValue value) {
        return value instanceof TomlString text && (text.value().isEmpty() || Placeholder.isPlaceholder(text.value()));
    }
}
