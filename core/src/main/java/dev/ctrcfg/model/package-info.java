// SPDX-License-Identifier: Apache-2.0
/**
 * containerd's configuration by meaning, whatever version the file is of.
 *
 * <p>A setting of the CRI plugin has one name here, such as {@code runtimes.kata.runtime_type} or {@code sandbox_image},
 * and a place in the file that depends on the file's version; {@link dev.ctrcfg.model.CriLayout} knows it.
 *
 * <p>{@link dev.ctrcfg.model.ConfigReader} makes records of a configuration, which start at {@link
 * dev.ctrcfg.model.ContainerdConfig} and have the same shape for every version:
 *
 * <pre>{@code
 * ConfigReader reader = ConfigReader.of(document.root());
 * reader.config().cri().runtimes().get("kata").runtimeType();
 * reader.keyOf(Key.parse("runtimes.kata.runtime_type")).flatMap(document::spanOf);
 * }</pre>
 *
 * <p>Making records loads Jackson's databind, some tenths of a second for a process; nothing else here does.
 */
package dev.ctrcfg.model;
