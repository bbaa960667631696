// SPDX-License-Identifier: Apache-2.0
/**
 * Facts about releases of containerd: which configuration a release reads, and what it makes of it.
 *
 * <p>{@link dev.ctrcfg.release.ContainerdRelease} answers how a release behaves where releases differ; each answer is
 * an enum named after what it decides, and its documentation says where in containerd the rule stands. {@link
 * dev.ctrcfg.release.KeySchema} holds every key that a release has a setting for, with type, default and deprecation;
 * {@link dev.ctrcfg.release.DefaultConfig} is what {@code containerd config default} prints; {@link
 * dev.ctrcfg.release.KeyMoves} says where containerd's own migration takes a key.
 *
 * <p>The facts are data, held in resources beside the classes and read when first asked for. They were measured on one
 * release of each line, and on Debian's builds; thresholds within a line are given where they are known.
 */
package dev.ctrcfg.release;
