// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Remark;
import java.util.List;
import java.util.Optional;

/** A level or format of the log that containerd does not have. */
final class LogSettings extends RemarkRule {

    LogSettings() {
        super("log-settings", Severity.ERROR, List.of("bad-log-level", "bad-log-format"));
    }

    @Override
    Optional<String> message(Subject subject, Remark remark) {
        boolean level = remark.id().filter("bad-log-level"::equals).isPresent();
        return Optional.of(
                "there is no log " + (level ? "level" : "format") + " \"" + text(subject, remark) + "\", and "
                        + effect(remark) + "; write "
                        + (level ? "trace, debug, info, warn, error, fatal or panic" : "text or json"));
    }
}
