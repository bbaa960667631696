// SPDX-License-Identifier: Apache-2.0
/**
 * Which hosts containerd asks for images of a registry.
 *
 * <p>{@link dev.ctrcfg.registry.RegistryHosts} follows {@code registry.config_path} to the folder of a registry and its
 * {@code hosts.toml}, which {@link dev.ctrcfg.registry.HostsFile} reads; {@link dev.ctrcfg.registry.InlineMirrors} does
 * the same for the deprecated {@code registry.mirrors}. Files are read through the port {@link
 * dev.ctrcfg.registry.RegistryFiles}; nothing here opens a connection.
 */
package dev.ctrcfg.registry;
