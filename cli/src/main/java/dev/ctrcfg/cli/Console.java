// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import java.io.InputStream;
import java.io.PrintWriter;

/**
 * The streams of a command.
 *
 * @param in what {@code -} stands for as an input
 * @param out where results go
 * @param err where everything else goes
 */
record Console(InputStream in, PrintWriter out, PrintWriter err) {}
