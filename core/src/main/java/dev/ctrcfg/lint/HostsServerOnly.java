// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.toml.Key;

/** A hosts.toml with {@code server} and without {@code [host]}, which containerd 1.5 and 1.6 do not take. */
final class HostsServerOnly extends LintRule {

    HostsServerOnly() {
        super("hosts-server-only", Severity.ERROR, new Releases(ReleaseLine.V1_5, ReleaseLine.V1_6));
    }

    @Override
    boolean looksAt(FileKind kind) {
        return kind == FileKind.HOSTS;
    }

    static boolean applies(Subject subject) {
        LintedFile file = subject.file();
        return !subject.since(ReleaseLine.V1_7)
                && file.value(Key.of("host")).isEmpty()
                && !file.root().isEmpty();
    }

    @Override
    void check(Subject subject, Findings findings) {
        if (applies(subject)) {
            String server = subject.file().string(Key.of("server")).orElse("https://HOST");
            findings.add(
                    this,
                    subject.file()
                            .spot(Key.of("server"))
                            .problem("without a [host] table these releases ignore the whole file; add [host.\""
                                    + server + "\"]"));
        }
    }
}
