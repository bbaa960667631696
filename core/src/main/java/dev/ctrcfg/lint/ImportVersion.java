// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Remark;
import dev.ctrcfg.toml.Key;
import java.util.List;
import java.util.Optional;

/** An import of a newer version than the file that imports it. */
final class ImportVersion extends RemarkRule {

    ImportVersion() {
        super("import-version", Severity.ERROR, List.of("newer-import"));
    }

    @Override
    Optional<String> message(Subject subject, Remark remark) {
        return Optional.of("an import states a higher version than the main file, and " + effect(remark)
                + "; bring the main file to that version");
    }

    @Override
    Spot place(Subject subject, Remark remark) {
        return subject.file().spot(Key.of("imports"));
    }
}
