// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.toml.Entry;
import dev.ctrcfg.toml.TomlValue;
import java.util.List;

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
        check(file, file.entriesNamed("insecure_skip_verify"), findings);
        check(file, file.entriesNamed("skip_verify"), findings);
    }

    private void check(LintedFile file, List<Entry> entries, Findings findings) {
        for (Entry entry : entries) {
            if (entry.value().equals(TomlValue.of(true))) {
                findings.add(
                        this,
                        file.spot(entry.key())
                                .problem("anybody in between can put other images in place of the registry's; trust its"
                                        + " certificate with ca instead"));
            }
        }
    }
}
