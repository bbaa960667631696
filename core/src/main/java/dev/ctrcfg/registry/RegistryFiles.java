// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.registry;

import java.util.Optional;

/** The files that {@code registry.config_path} leads to. */
public interface RegistryFiles {

    /**
     * {@return whether there is a file or folder}
     *
     * @param path its absolute path
     */
    boolean exists(String path);

    /**
     * {@return the bytes of a file, or empty if there is none}
     *
     * @param path its absolute path
     */
    Optional<byte[]> read(String path);
}
