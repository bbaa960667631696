// SPDX-License-Identifier: Apache-2.0
/**
 * What a release of containerd makes of a configuration file: the files that take part, the tree that results, where
 * each of its values comes from, and what becomes of the daemon.
 *
 * <p>The rules are those of the functions that read the configuration in containerd itself
 * (services/server/config/config.go until 1.7, cmd/containerd/server/config/config.go since 2.0), of the TOML library
 * that the release was built with, and of the plugins' own checks. Everything is worked out from bytes: no containerd is
 * needed.
 */
package dev.ctrcfg.effective;
