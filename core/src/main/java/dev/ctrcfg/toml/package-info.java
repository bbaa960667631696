// SPDX-License-Identifier: Apache-2.0
/**
 * A lossless TOML engine: reads TOML 1.0 and 1.1, and changes what it is asked to change and not one other byte.
 *
 * <h2>Shape</h2>
 *
 * <p>A {@link dev.ctrcfg.toml.TomlDocument} is the bytes that were read, with one table of tokens and one of symbols
 * over them; values are decoded when they are asked for. It never changes. White space and comments are the gaps between
 * the tokens, so printing an untouched document is returning its bytes.
 *
 * <p>A {@link dev.ctrcfg.toml.TomlEditor} works out changes as {@linkplain dev.ctrcfg.toml.TextEdit replacements of
 * stretches} of the text. The same list of edits is the result, the {@linkplain dev.ctrcfg.toml.UnifiedDiff diff}, the way
 * back, and the answer to whether anything changed. Before edits count, the new text is read again: the keys that were
 * changed must hold what they should, and every other key what it held.
 *
 * <p>A {@link dev.ctrcfg.toml.Key} is a list of names and indexes; a name is one part whatever dots it holds. A
 * {@link dev.ctrcfg.toml.TomlValue} is a value by meaning alone, without its spelling or place. A
 * {@link dev.ctrcfg.toml.TomlDialect} tells what a reader of containerd's accepts and refuses.
 *
 * <h2>Layout</h2>
 *
 * <ul>
 *   <li>Setting a key replaces the token of its value. A string keeps its kind of quotes if they can hold the text; an
 *       equal value changes nothing, however it is spelt.
 *   <li>A new key/value follows the last one of its table, indented and spaced like it; the first of a table follows the
 *       header. The first of a document without root keys stands above the first header, with a blank line between.
 *   <li>A new table follows the last section of its parent, indented like its siblings, with as many blank lines above
 *       and the same quotes in its header. A table made of dotted keys grows by dotted keys, an inline table within its
 *       braces.
 *   <li>Arrays and inline tables keep their layout: on one line or several, with a trailing comma or not, padded or not.
 *   <li>New lines end as the lines beside them do. A document without a final line end stays without one.
 *   <li>What is written is what every reader of containerd's takes: decimal integers, strings on one line with the oldest
 *       escape sequences, no dotted keys where there are none.
 * </ul>
 *
 * <h2>Whose comment is it</h2>
 *
 * <pre>{@code
 * # stands alone: a blank line follows
 *
 * # belongs to the header below
 * [grpc]                     # belongs to the header
 * # belongs to uid
 * uid = 0                    # belongs to uid
 * #gid = 0
 *
 * # belongs to [ttrpc]
 * [ttrpc]
 * }</pre>
 *
 * <ul>
 *   <li>Comment lines directly above a key/value or header, without a blank line between, belong to it. They go with it
 *       when it is removed, unless {@link dev.ctrcfg.toml.CommentPolicy#KEEP} says otherwise.
 *   <li>A comment behind a value or header on the same line belongs to it.
 *   <li>Comment lines directly below the last key/value of a table belong to the table, as {@code #gid = 0} above, unless
 *       they stand directly above the next header.
 *   <li>Every other comment stands alone and stays where it is.
 *   <li>In an array, a comment belongs to the element on its line, on whichever side of the comma it stands. Comment lines
 *       above an element belong to it, but for the first, where they are about the whole array.
 *   <li>Renaming leaves comments in place. Moving a key/value takes its comments along; moving a table writes another
 *       path into its headers, which stay where they are with all their comments.
 * </ul>
 *
 * <h2>Failures</h2>
 *
 * <p>A text that is not TOML is a {@link dev.ctrcfg.toml.TomlSyntaxException} with every error and its place. An edit that
 * cannot be made is an {@link dev.ctrcfg.toml.EditConflictException} that names the key and what stands against it. Misuse,
 * such as an empty range, is an {@link java.lang.IllegalArgumentException}.
 */
package dev.ctrcfg.toml;
