// SPDX-License-Identifier: Apache-2.0
/**
 * containerd's configuration by meaning, whatever version the file is of.
 *
 * <p>A setting of the CRI plugin has one name here, such as {@code runtimes.kata.runtime_type} or {@code sandbox_image},
 * and a place in the file that depends on the file's version; {@link dev.ctrcfg.model.CriLayout} knows it.
 */
package dev.ctrcfg.model;
