// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.shim;

import dev.ctrcfg.toml.TomlTable;
import java.util.List;
import java.util.Optional;

/** What a shim gets to see of a runtime's {@code options}. */
public sealed interface DecodedOptions {

    /** The shim gets no options. */
    record None() implements DecodedOptions {}

    /**
     * The shim gets a message.
     *
     * @param kind which message
     * @param fields its fields under the names they have in {@code options}, such as {@code BinaryName}; those that are
     *     empty, 0 or false are left out, as they are in the message
     * @param configBody the field {@code ConfigBody} of a generic message, as text: the whole options table written anew
     * @param dropped keys of the options table that do not reach the shim
     */
    record Message(OptionsKind kind, TomlTable fields, Optional<String> configBody, List<String> dropped)
            implements DecodedOptions {

        /** Copies the list. */
        public Message {
            dropped = List.copyOf(dropped);
        }
    }

    /**
     * The options cannot be decoded: containerd starts, and every pod of this runtime fails.
     *
     * @param error the error as the TOML library has it
     */
    record Refused(String error) implements DecodedOptions {}
}
