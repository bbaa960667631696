// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

import dev.ctrcfg.effective.Remark;
import java.util.List;
import java.util.Optional;

/** Half of the settings for streaming by TLS. */
final class TlsStreaming extends RemarkRule {

    TlsStreaming() {
        super("tls-streaming", Severity.ERROR, List.of("tls-streaming"));
    }

    @Override
    Optional<String> message(Subject subject, Remark remark) {
        return Optional.of("enable_tls_streaming, tls_cert_file and tls_key_file go together, and " + effect(remark)
                + "; set all three, or none");
    }
}
