// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.shim;

/**
 * The binary of a shim.
 *
 * @param name the runtime's part of its name, such as {@code kata}; may be empty
 * @param version the version's part, such as {@code v2}; may be empty
 */
public record ShimBinary(String name, String version) {

    private static final String PREFIX = "containerd-shim-";

    /** {@return the name of the file, such as {@code containerd-shim-kata-v2}} */
    public String fileName() {
        return PREFIX + name + "-" + version;
    }

    /** {@return the name of the file} */
    @Override
    public String toString() {
        return fileName();
    }
}
