// SPDX-License-Identifier: Apache-2.0
/**
 * Patches: fragments of configuration that a document shall contain, and the merger that sees to it.
 *
 * <p>A patch says what is wanted, not what to do. Its tables are merged into the document's, its other values replace
 * the document's, and what the document says already is left alone, down to the spelling. Applying a patch twice
 * therefore changes nothing the second time.
 */
package dev.ctrcfg.merge;
