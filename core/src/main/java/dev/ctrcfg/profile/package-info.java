// SPDX-License-Identifier: Apache-2.0
/**
 * Kubernetes distributions that bring a containerd of their own: where its configuration is, which of the files are for
 * people to edit and which are written over at the next start, and what a template's base already says.
 *
 * <p>Sources: K3s and RKE2, pkg/agent/containerd/config.go and pkg/agent/templates; k0s,
 * pkg/component/worker/containerd; MicroK8s, microk8s-resources/default-args.
 */
package dev.ctrcfg.profile;
