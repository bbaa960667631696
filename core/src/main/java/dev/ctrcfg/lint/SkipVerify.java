// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.toml.Entry;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlValue;

/** A registry whose certificate nobody looks at. */
final class SkipVerify extends FileRule {

    SkipVerify() {
        super("skip-verify", Severity.WARNING, Releases.ALL);
    }

    @Override
    boolean looksAt(FileKind kind) {
        return true;
    }

    @Override
    void check(LintedFile file, Findings findings) {
        for (Entry entry : file.entries()) {
            boolean named = entry.key().last().equals(new Key.Name("insecure_skip_verify"))
                    || entry.key().last().equals(new Key.Name("skip_verify"));
            if (named && entry.value().equals(TomlValue.of(true))) {
                findings.add(
                        this,
                        file.spot(entry.key())
                                .problem("anybody in between can put other images in place of the registry's; trust its"
                                        + " certificate with ca instead"));
            }
        }
    }
}
