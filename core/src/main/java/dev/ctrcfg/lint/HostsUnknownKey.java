// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.release.ContainerdRelease;
import dev.ctrcfg.release.ReleaseLine;
import dev.ctrcfg.toml.Entry;
import dev.ctrcfg.toml.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A key of a hosts.toml that containerd has no setting for. */
final class HostsUnknownKey extends LintRule {

    private static final List<String> SETTINGS = List.of("capabilities", "ca", "client", "skip_verify", "header");

    HostsUnknownKey() {
        super("hosts-unknown-key", Severity.ERROR, Releases.since(ReleaseLine.V1_5));
    }

    @Override
    boolean looksAt(FileKind kind) {
        return kind == FileKind.HOSTS;
    }

    @Override
    void check(Subject subject, Findings findings) {
        for (Entry entry : subject.file().entries()) {
            Key key = entry.key();
            boolean ofHost = key.size() > 2 && key.part(0).equals(new Key.Name("host"));
            if (!isOfConfig(key) && (key.size() == 1 || key.size() == 3 && ofHost)) {
                check(subject, entry, ofHost, findings);
            }
        }
    }

    private static boolean isOfConfig(Key key) {
        return key.part(0).equals(new Key.Name("version")) || key.part(0).equals(new Key.Name("plugins"));
    }

    private void check(Subject subject, Entry entry, boolean ofHost, Findings findings) {
        if (!(entry.key().last() instanceof Key.Name name)) {
            return;
        }
        List<String> settings = settings(subject.release(), ofHost);
        if (settings.stream().anyMatch(setting -> subject.release().keyCase().matches(setting, name.text()))) {
            return;
        }
        Optional<String> meant = Similar.nearest(name.text(), settings);
        findings.add(
                this,
                subject.file()
                        .spot(entry.key())
                        .problem("containerd has no setting \"" + name.text() + "\" here and ignores it; "
                                + meant.map(setting -> "did you mean " + setting + "?")
                                        .orElse("there are " + String.join(", ", SETTINGS) + " and some more"))
                        .fixedBy(meant.flatMap(setting -> Fixes.edit(
                                subject.file(), "write " + setting, editor -> editor.rename(entry.key(), setting)))));
    }

    private static List<String> settings(ContainerdRelease release, boolean ofHost) {
        List<String> settings = new ArrayList<>(SETTINGS);
        if (!ofHost) {
            settings.add("server");
            settings.add("host");
        }
        if (release.since(ReleaseLine.V1_6)) {
            settings.add("override_path");
        }
        if (release.since(ReleaseLine.V2_0)) {
            settings.add("dial_timeout");
        }
        return settings;
    }
}
