// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.model.CriLayout;
import dev.ctrcfg.toml.Entry;
import dev.ctrcfg.toml.Key;

/** A setting that has another name in this version of the file. */
final class RenamedKey extends LintRule {

    RenamedKey() {
        super("renamed-key", Severity.ERROR, Releases.ALL);
    }

    @Override
    void check(Subject subject, Findings findings) {
        for (UnknownKey key : subject.unknownKeys()) {
            if (key.kind() == UnknownKey.Kind.RENAMED) {
                findings.add(this, key.problem());
            }
        }
        if (OldPluginId.isDead(subject)) {
            inOldTable(subject, findings);
        }
    }

    /** Settings that get another name when they move to the tables of version 3. */
    private void inOldTable(Subject subject, Findings findings) {
        for (Entry entry : subject.file().entries()) {
            Key key = entry.key();
            if (key.startsWith(OldPluginId.TABLE)) {
                CriLayout.nameOf(key)
                        .flatMap(CriLayout.SPLIT::locate)
                        .filter(place -> !place.last().equals(key.last()))
                        .ifPresent(place -> findings.add(
                                this, subject.file().spot(key).problem("in version 3 this setting is " + place)));
            }
        }
    }
}
