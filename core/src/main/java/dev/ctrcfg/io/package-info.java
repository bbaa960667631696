// SPDX-License-Identifier: Apache-2.0
/**
 * Configuration files on disk: how they are read, and the one way in which they are written.
 *
 * <p>A write never leaves a half-written file behind. The new content goes to a temporary file in the same directory,
 * which is forced to the disk and then renamed over the old one; whoever opens the file finds the old content or the
 * new, whole. If any step fails the old file stands as it was and the temporary file is gone; that of a killed process
 * is deleted by the next one. No name of a temporary file, a lock or a backup ends in {@code .toml}, because containerd
 * would load it through a glob in {@code imports}.
 *
 * <p>Mode, owner, group, access lists and extended attributes of the file survive, and so does a symbolic link: the file
 * that it points to is replaced. A file whose content would not change is not touched, so that its inode and its time of
 * modification can tell a script whether containerd needs a restart.
 *
 * <p>Processes of this library take turns by a lock beside the file, {@code .NAME.ctrcfg.lock}, which stays where it is.
 * Everybody else is noticed: a file that has changed since it was read is read and revised again. Lock and temporary
 * files are never opened through a link, and the directory is trusted: who may write there may replace the file itself.
 *
 * <p>A file that is mounted by itself, as containers mount single files, cannot be replaced by a rename. It is written in
 * place only if {@link dev.ctrcfg.io.WriteOptions.Method#IN_PLACE_IF_MOUNTED} says so, and after a backup.
 *
 * <p>Every failure is a {@link java.nio.file.FileSystemException} that names the file in question and a reason in plain
 * words; {@link java.nio.file.NoSuchFileException} and {@link java.nio.file.AccessDeniedException} keep their types.
 */
package dev.ctrcfg.io;
