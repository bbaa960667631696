// SPDX-License-Identifier: Apache-2.0
/**
 * Configuration files on disk: how they are read, and the one way in which they are written.
 *
 * <p>A write never leaves a half-written file behind. The new content goes to a temporary file in the same directory,
 * which is forced to the disk and then renamed over the old one; whoever opens the file finds the old content or the
 * new, whole. If any step fails the old file stands as it was and the temporary file is gone. Its name never ends in
 * {@code .toml}, because containerd would load it through a glob in {@code imports}.
 *
 * <p>Mode, owner and group of the file survive, and so does a symbolic link: the file that it points to is replaced. A
 * file whose content would not change is not touched, so that its inode and its time of modification can tell a script
 * whether containerd needs a restart.
 *
 * <p>Every failure is a {@link java.nio.file.FileSystemException} that names the file in question and a reason in plain
 * words; {@link java.nio.file.NoSuchFileException} and {@link java.nio.file.AccessDeniedException} keep their types.
 */
package dev.ctrcfg.io;
