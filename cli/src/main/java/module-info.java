// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/** The {@code ctrcfg} command. */
@NullMarked
module dev.ctrcfg.cli {
    requires static org.jspecify;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires dev.ctrcfg;

    exports dev.ctrcfg.cli;
}
