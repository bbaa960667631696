// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.lint;

/**
 * The columns of a stretch of a file as some formats count them, in bytes of UTF-8.
 *
 * @param start the column where it starts, from 1 on
 * @param end the column behind its last byte, on the line where that is
 */
public record ByteColumns(int start, int end) {}
