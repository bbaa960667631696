// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.release.GoDuration;
import dev.ctrcfg.toml.TomlInteger;
import dev.ctrcfg.toml.TomlString;
import dev.ctrcfg.toml.TomlValue;

/** Lengths of time that are decoded as such, and printed in Go's own form again. */
final class Duration {

    private Duration() {}

    /**
     * The value as {@code config dump} prints it.
     *
     * @throws IllegalArgumentException if it is no length of time, with Go's message
     */
    static TomlValue normal(TomlValue value) {
        if (value instanceof TomlString text) {
            return TomlValue.of(GoDuration.format(GoDuration.parse(text.value())));
        }
        return TomlValue.of(GoDuration.format(((TomlInteger) value).value()));
    }
}
