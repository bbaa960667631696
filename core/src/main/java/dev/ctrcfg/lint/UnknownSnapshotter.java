// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Remark;
import dev.ctrcfg.release.KnownPlugins;
import java.util.List;
import java.util.Optional;

/** A snapshotter that there is not. */
final class UnknownSnapshotter extends RemarkRule {

    UnknownSnapshotter() {
        super("unknown-snapshotter", Severity.ERROR, List.of("unknown-snapshotter"));
    }

    @Override
    Optional<String> message(Subject subject, Remark remark) {
        String name = text(subject, remark);
        if (isOfDistributor(subject, remark)) {
            return Optional.of("the snapshotter \"" + name + "\" is in some distributors' containerd only; without it "
                    + effect(remark) + " unless [proxy_plugins." + name + "] has it");
        }
        return Optional.of("there is no snapshotter \"" + name + "\", and " + effect(remark) + "; add [proxy_plugins."
                + name + "] with type = \"snapshot\", or take a snapshotter that is built in");
    }

    /** A distributor may have built it in. */
    @Override
    Severity severity(Subject subject, Remark remark) {
        return isOfDistributor(subject, remark) ? Severity.INFO : severity();
    }

    private static boolean isOfDistributor(Subject subject, Remark remark) {
        return KnownPlugins.isOfDistributor("io.containerd.snapshotter.v1." + text(subject, remark));
    }
}
