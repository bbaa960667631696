// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.model;

import dev.ctrcfg.toml.TomlTable;
import java.util.List;
import java.util.Optional;

/**
 * A program that turns image layers of one media type into another.
 *
 * @param accepts the media types that it reads
 * @param returns the media type that it writes
 * @param path the program
 * @param args its arguments
 * @param env its environment
 * @param unknown keys that the release has no setting for
 */
public record StreamProcessor(
        List<String> accepts,
        Optional<String> returns,
        Optional<String> path,
        List<String> args,
        List<String> env,
        TomlTable unknown) {

    /** Copies lists. */
    public StreamProcessor {
        accepts = List.copyOf(accepts);
        args = List.copyOf(args);
        env = List.copyOf(env);
    }
}
