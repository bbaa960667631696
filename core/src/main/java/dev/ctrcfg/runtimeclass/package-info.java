// SPDX-License-Identifier: Apache-2.0
/**
 * RuntimeClasses: the names by which pods ask for the runtimes of a configuration.
 *
 * <p>A RuntimeClass of {@code node.k8s.io/v1} leads to a handler, which is the name of a runtime on the node. What the
 * projects behind well-known handlers add to it, such as the memory that a virtual machine takes beside the pod, is
 * known to the presets, see {@link dev.ctrcfg.merge.Preset#runtimeClass}.
 */
package dev.ctrcfg.runtimeclass;
