// SPDX-License-Identifier: Apache-2.0
/**
 * How a command line is described, and what is made from the description.
 *
 * <p>A {@link dev.ctrcfg.cli.command.CommandTable} says all there is to say about one command: arguments, options,
 * descriptions, examples and exit codes. {@link dev.ctrcfg.cli.command.ArgumentParser} reads command lines by it, and
 * help texts, suggestions, man pages and completions are printed from it, so that none of them can say anything else
 * than the others. Nothing here reflects, and nothing that parsing needs uses lambdas, streams or patterns.
 */
package dev.ctrcfg.cli.command;
