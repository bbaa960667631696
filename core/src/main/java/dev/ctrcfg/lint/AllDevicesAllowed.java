// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Remark;
import java.util.List;
import java.util.Optional;

/** The second of two settings for devices without the first. */
final class AllDevicesAllowed extends RemarkRule {

    AllDevicesAllowed() {
        super("all-devices-allowed", Severity.ERROR, List.of("all-devices-without-privileged"));
    }

    @Override
    Optional<String> message(Subject subject, Remark remark) {
        return Optional.of("this needs privileged_without_host_devices = true besides, and " + effect(remark));
    }
}
