// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.toml.Header;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlTable;

/** A host without a header of its own, which containerd 2 does not see. */
final class HostsInlineTable extends FileRule {

    private static final Key HOST = Key.of("host");

    HostsInlineTable() {
        super("hosts-inline-table", Severity.ERROR, Releases.TWO);
    }

    @Override
    boolean looksAt(FileKind kind) {
        return kind == FileKind.HOSTS;
    }

    @Override
    void check(LintedFile file, Findings findings) {
        for (String url : file.table(HOST).orElse(TomlTable.EMPTY).entries().keySet()) {
            Key host = HOST.child(url);
            if (!hasHeader(file, host)) {
                findings.add(
                        this,
                        file.spot(host)
                                .problem("containerd 2 finds hosts by their headers and ignores this one; write ["
                                        + host + "] on a line of its own"));
            }
        }
    }

    private static boolean hasHeader(LintedFile file, Key host) {
        for (Header header : file.headers()) {
            if (header.key().startsWith(host)) {
                return true;
            }
        }
        return false;
    }
}
