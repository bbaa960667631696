// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.registry.HostsFile;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.toml.Entry;
import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlArray;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlValue;
import java.util.Optional;

/** A hosts.toml that containerd ignores as a whole. */
final class HostsIgnored extends LintRule {

    HostsIgnored() {
        super("hosts-ignored", Severity.ERROR, Releases.since(ReleaseLine.V1_5));
    }

    @Override
    boolean looksAt(FileKind kind) {
        return kind == FileKind.HOSTS;
    }

    @Override
    void check(Subject subject, Findings findings) {
        LintedFile file = subject.file();
        boolean serverOnly = HostsServerOnly.applies(subject);
        boolean empty = file.root().isEmpty();
        if (!serverOnly
                && !empty
                && HostsFile.read(file.text().bytes(), subject.release()) instanceof HostsFile.Ignored ignored) {
            findings.add(
                    this,
                    place(file, ignored.reason())
                            .problem("containerd logs an error and ignores the whole file: " + ignored.reason()));
        }
    }

    /** The key that the reason names, if it names one that the file has. */
    private static Spot place(LintedFile file, String reason) {
        for (Entry entry : file.entries()) {
            if (entry.key().last() instanceof Key.Name name && reason.startsWith(name.text() + " ")) {
                return file.spot(entry.key());
            }
        }
        for (Entry entry : file.entries()) {
            Optional<Key> key = quoted(entry.key(), entry.value(), reason);
            if (key.isPresent()) {
                return file.valueSpot(key.get());
            }
        }
        return file.top();
    }

    private static Optional<Key> quoted(Key key, TomlValue value, String reason) {
        if (value instanceof TomlArray array) {
            for (int i = 0; i < array.size(); i++) {
                Optional<Key> item = quoted(key.child(i), array.items().get(i), reason);
                if (item.isPresent()) {
                    return item;
                }
            }
            return Optional.empty();
        }
        boolean named = value instanceof TomlString text && text.value().length() > 2 && reason.contains(text.value());
        return named ? Optional.of(key) : Optional.empty();
    }
}
