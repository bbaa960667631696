// SPDX-License-Identifier: Apache-2.0
/**
 * Records: what patches changed in files, and what stood there before, so that it can be taken back.
 *
 * <p>A {@link dev.ctrcfg.record.FileRecord} is a pair of texts, the file as it would be without ctrcfg and the file as
 * ctrcfg left it. Everything else follows from the two: the keys that were changed, the tables that were made, and the
 * way back. When nobody else has written to the file, the way back is its former text, byte for byte. When somebody has,
 * their lines are told from ours by comparing three texts, and every key is checked before anything counts: ours goes
 * back where its value is still ours, and nothing else moves.
 *
 * <p>A {@link dev.ctrcfg.record.PatchRecord} keeps such pairs for several files in one TOML document. Its root has the
 * number {@code record}, the version of the format, which is 1, and an array of tables {@code file} with
 *
 * <ul>
 *   <li>{@code path}: the path of the file, as a rule an absolute one;
 *   <li>{@code created}: whether the file came into being with the first patch;
 *   <li>{@code before}: the text of the file as it would be without ctrcfg;
 *   <li>{@code edit}: an array of tables that lead to the text that ctrcfg left, each with the offsets {@code start} and
 *       {@code end} of the bytes of {@code before} that are replaced, and the {@code text} that replaces them.
 * </ul>
 *
 * <p>Values stand there as they were, secrets too, so a record is for the eyes of those who may read the file.
 */
package dev.ctrcfg.record;
