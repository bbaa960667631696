// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

/**
 * A header of a document.
 *
 * @param key the key of its table; for an array of tables that of the element, with its index
 * @param element whether it is in double brackets
 * @param span where it is written, brackets included
 */
public record Header(Key key, boolean element, Span span) {}
