// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

/** The versions of the TOML specification. */
public enum TomlVersion {
    /** TOML 1.0.0. */
    V1_0("1.0"),
    /** TOML 1.1.0: new lines and a trailing comma in inline tables, {@code \e} and {@code \xHH}, times without seconds. */
    V1_1("1.1");

    private final String title;

    TomlVersion(String title) {
        this.title = title;
    }

    /** {@return the version as two numbers, {@code 1.0} or {@code 1.1}} */
    @Override
    public String toString() {
        return title;
    }
}
