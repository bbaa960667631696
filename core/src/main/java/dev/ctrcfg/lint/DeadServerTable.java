// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Remark;
import dev.ctrcfg.release.ConfigVersion;
import java.util.List;
import java.util.Optional;

/** A setting of the servers at its place of before version 4. */
final class DeadServerTable extends RemarkRule {

    DeadServerTable() {
        super("dead-server-table", Severity.ERROR, List.of("legacy-server-key"));
    }

    @Override
    Optional<String> message(Subject subject, Remark remark) {
        if (subject.version() != ConfigVersion.V4) {
            // What is empty says nothing where it is understood as before.
            boolean empty = value(subject, remark).filter(Known::isZero).isPresent();
            return empty ? Optional.empty() : Optional.of(moved(remark));
        }
        return Optional.of("in version 4 the servers have their settings in tables of plugins, and " + effect(remark)
                + "; write it below [plugins.\"io.containerd.server.v1.grpc\"] and the like");
    }

    @Override
    Severity severity(Subject subject, Remark remark) {
        return Known.isAsByDefault(subject, remark) ? Severity.INFO : severity();
    }

    private static String moved(Remark remark) {
        return "containerd 2.3 and later move the servers' settings to tables of plugins, but not this one, and "
                + effect(remark) + ": " + remark.text();
    }
}
