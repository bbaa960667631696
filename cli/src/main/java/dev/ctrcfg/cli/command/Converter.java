// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.command;

/**
 * Makes a value from the text of an argument.
 *
 * @param <T> the type of the value
 */
public interface Converter<T> {

    /**
     * {@return the value}
     *
     * @param text the argument
     * @throws IllegalArgumentException if it cannot stand for a value; the message completes "invalid value for --x:"
     */
    T convert(String text);

    /** {@return what a shell offers in its place} */
    default Completion completion() {
        return Completion.NOTHING;
    }
}
