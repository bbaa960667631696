// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Remark;
import java.util.List;
import java.util.Optional;

/** A setting that containerd does not take over when it brings the file to its own version. */
final class LostInMigration extends RemarkRule {

    LostInMigration() {
        super("lost-in-migration", Severity.ERROR, List.of("lost-by-migration", "replaced-by-migration"));
    }

    @Override
    Optional<String> message(Subject subject, Remark remark) {
        return Optional.of("containerd loses this when it brings the file to its own version: " + remark.text()
                + (remark.text().contains("no runtime is defined") ? "; define runtimes.runc to keep it" : ""));
    }

    @Override
    Severity severity(Subject subject, Remark remark) {
        return Known.isAsByDefault(subject, remark) ? Severity.INFO : severity();
    }
}
