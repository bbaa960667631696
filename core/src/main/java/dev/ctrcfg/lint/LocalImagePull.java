// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Remark;
import java.util.List;
import java.util.Optional;

/** A setting that the transfer service does not know, so that images are pulled as before. */
final class LocalImagePull extends RemarkRule {

    LocalImagePull() {
        super("local-image-pull", Severity.INFO, List.of("local-image-pull"));
    }

    @Override
    Optional<String> message(Subject subject, Remark remark) {
        return Optional.of("the transfer service does not know " + name(remark)
                + ", so that containerd pulls images itself; write use_local_image_pull = true to say so");
    }
}
