// SPDX-License-Identifier: Apache-2.0
/**
 * Brings configuration files from one config version to another, in place.
 *
 * <p>Only what is written in a file is written in the result. Headers and key/values keep their places and comments as
 * far as the new layout lets them, and mean what they meant; whatever has no home in the new version, or another meaning
 * there, is a {@link dev.ctrcfg.migrate.Notice}. containerd's own migration, which loses some settings on the way, is in
 * {@code dev.ctrcfg.effective}.
 */
package dev.ctrcfg.migrate;
