// SPDX-License-Identifier: Apache-2.0
import org.jspecify.annotations.NullMarked;

/**
 * A lossless TOML engine, and on top of it what containerd makes of its configuration file.
 *
 * <p>Nothing in this module prints, reads the environment or exits. No Jackson type appears in an exported signature.
 */
@NullMarked
module dev.ctrcfg {
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.annotation;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.toml;

    exports dev.ctrcfg.diff;
    exports dev.ctrcfg.dropin;
    exports dev.ctrcfg.effective;
    exports dev.ctrcfg.io;
    exports dev.ctrcfg.lint;
    exports dev.ctrcfg.merge;
    exports dev.ctrcfg.migrate;
    exports dev.ctrcfg.model;
    exports dev.ctrcfg.profile;
    exports dev.ctrcfg.record;
    exports dev.ctrcfg.registry;
    exports dev.ctrcfg.release;
    exports dev.ctrcfg.runtimeclass;
    exports dev.ctrcfg.shim;
    exports dev.ctrcfg.toml;
}
