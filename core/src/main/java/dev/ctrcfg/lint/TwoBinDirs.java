// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Remark;
import java.util.List;
import java.util.Optional;

/** Both settings for the directories of CNI plugins. */
final class TwoBinDirs extends RemarkRule {

    TwoBinDirs() {
        super("two-bin-dirs", Severity.ERROR, List.of("two-bin-dirs"));
    }

    @Override
    Optional<String> message(Subject subject, Remark remark) {
        return Optional.of("cni.bin_dir and cni.bin_dirs are both there, and " + effect(remark) + "; keep bin_dirs");
    }
}
