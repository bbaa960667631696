// SPDX-License-Identifier: Apache-2.0
/**
 * A lossless TOML engine: reads TOML 1.0 and 1.1, and changes what it is asked to change and not one other byte.
 *
 * <h2>Shape</h2>
 *
 * <p>A {@link dev.ctrcfg.toml.TomlDocument} is the bytes that were read, with one table of tokens and one of symbols
 * over them; values are decoded when they are asked for. It never changes.
 */
package dev.ctrcfg.toml;
