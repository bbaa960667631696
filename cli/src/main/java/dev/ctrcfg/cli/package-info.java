// SPDX-License-Identifier: Apache-2.0
/**
 * The {@code ctrcfg} command: arguments in, texts and an exit code out.
 *
 * <p>The model of the command line is built in code rather than from annotations, and nothing on the way of
 * {@code patch} reflects: that is most of what a short-lived Java process spends its time on.
 */
package dev.ctrcfg.cli;
