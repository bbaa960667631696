// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

/**
 * A key/value of a document, on a line of its own or in an inline table.
 *
 * @param key the whole key, from the root of the document
 * @param value the value
 * @param keySpan where the key is written, from the first to the last part in front of {@code =}
 * @param valueSpan where the value is written
 */
public record Entry(Key key, TomlValue value, Span keySpan, Span valueSpan) {}
