// SPDX-License-Identifier: Apache-2.0
/**
 * What a runtime of the configuration starts, and with which settings.
 *
 * <p>{@link dev.ctrcfg.shim.RuntimeType} is the value of {@code runtime_type}; it stands for a {@link
 * dev.ctrcfg.shim.ShimBinary}, which {@link dev.ctrcfg.shim.ShimResolver} looks for where containerd would, on this host
 * or below the mounted root of another one. {@link dev.ctrcfg.shim.RuntimeOptionsDecoder} tells what the shim gets to
 * see of a runtime's {@code options}, and {@link dev.ctrcfg.shim.AnnotationPatterns} which annotations reach it.
 *
 * <p>Nothing here starts a process. The file system is read through {@link dev.ctrcfg.shim.ShimResolver} alone.
 */
package dev.ctrcfg.shim;
