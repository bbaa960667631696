// SPDX-License-Identifier: Apache-2.0
/**
 * Drop-ins: patches in a file of their own, which the main configuration file imports.
 *
 * <p>A {@link dev.ctrcfg.dropin.DropIn} shows the main file with the drop-in laid over it; whatever patches change there
 * is then written to the drop-in, as little as has the same effect in every release aimed at. Where no drop-in can have
 * it, a plan is refused with the release and the reason.
 *
 * <p>What containerd does is in {@code mergeConfig} and {@code resolveImports} of its config.go: before 2.0 a plugin's
 * table in an import takes the place of the whole table; a proxy plugin, a stream processor and a timeout are replaced
 * whole in every release; a value of zero outside of the plugins' tables never counts; lists of plugin ids are appended.
 */
package dev.ctrcfg.dropin;
