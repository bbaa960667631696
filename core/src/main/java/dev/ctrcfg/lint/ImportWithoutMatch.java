// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Remark;
import java.util.List;
import java.util.Optional;

/** A pattern of imports that matches no file. */
final class ImportWithoutMatch extends RemarkRule {

    ImportWithoutMatch() {
        super("import-without-match", Severity.INFO, List.of("import-without-match"));
    }

    @Override
    Optional<String> message(Subject subject, Remark remark) {
        return Optional.of("no file matches this pattern, which containerd does not mind");
    }
}
