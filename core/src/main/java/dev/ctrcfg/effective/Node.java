// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.effective;

import dev.ctrcfg.toml.TomlValue;
import org.jspecify.annotations.Nullable;

/** A value on its way through containerd, and where it was written. */
abstract sealed class Node permits Branch, Leaf {

    private final @Nullable Written written;

    Node(@Nullable Written written) {
        this.written = written;
    }

    /** Where it was written; null for what no file says. */
    @Nullable
    Written written() {
        return written;
    }

    abstract TomlValue value();

    /** The same value, said to be written elsewhere. */
    abstract Node at(@Nullable Written place);
}
