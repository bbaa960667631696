// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.toml;

/**
 * A replacement of one stretch of a document by other text.
 *
 * @param span what is replaced; empty for an insertion
 * @param replacement what stands there afterwards; empty for a deletion
 */
public record TextEdit(Span span, String replacement) {}
