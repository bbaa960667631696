// SPDX-License-Identifier: Apache-2.0
/** The containerd daemons of a host: what they were started with, from their processes or from their systemd units. */
package dev.ctrcfg.cli.daemon;
