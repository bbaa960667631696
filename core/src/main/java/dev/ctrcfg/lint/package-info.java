// SPDX-License-Identifier: Apache-2.0
/**
 * Finds the mistakes in containerd's configuration that containerd itself says nothing about, or too late.
 *
 * <p>A {@link dev.ctrcfg.lint.Linter} looks at one file, a config.toml or a hosts.toml, through the eyes of every release
 * that is asked for, and makes {@link dev.ctrcfg.lint.Finding findings}: what is wrong where, in which releases, what
 * comes of it, and, where there is no doubt, the edit that mends it. Each kind of finding is a {@link
 * dev.ctrcfg.lint.LintRule rule} with a page that explains it.
 *
 * <p>What becomes of the daemon is not decided here; the rules put the verdict of {@code dev.ctrcfg.effective} into
 * words.
 */
package dev.ctrcfg.lint;
