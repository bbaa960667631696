// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Remark;
import java.util.List;
import java.util.Optional;

/** Credentials for something that is not a URL. */
final class RegistryAuthUrl extends RemarkRule {

    RegistryAuthUrl() {
        super("registry-auth-url", Severity.ERROR, List.of("bad-registry-url"));
    }

    @Override
    Optional<String> message(Subject subject, Remark remark) {
        return Optional.of(
                "\"" + name(remark) + "\" is no URL, and " + effect(remark) + "; write the registry as https://HOST");
    }
}
