// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.migrate;

/** One thing that changes from version to version and that is more than another key. */
interface Rule {

    /** Whether the way leads past the change. */
    boolean applies(Plan plan);

    /** Changes the settings. */
    void apply(Plan plan);
}
