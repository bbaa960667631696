// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.merge;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.TomlTable;
import dev.ctrcfg.toml.TomlValue;
import java.util.List;

/** One thing that a patch does; keys are in the words of the patch. */
sealed interface Step {

    /** Tables are merged, other values replaced; one kind does not give way to the other. */
    record Merge(Key key, TomlValue value) implements Step {}

    /** Like a merge, but whatever stands in the way gives way. */
    record Force(Key key, TomlValue value) implements Step {}

    /** Sets a value, first of all on the line that has it commented out. */
    record Uncomment(Key key, TomlValue value) implements Step {}

    /** Sets a value where there is none, or an empty string. */
    record Fallback(Key key, TomlValue value) implements Step {}

    /** Adds an element to an array that does not have it. */
    record Add(Key key, TomlValue item) implements Step {}

    /** Removes a key with everything below it. */
    record Unset(Key key) implements Step {}

    /** Removes an element from an array. */
    record UnsetItem(Key key, TomlValue item) implements Step {}

    /** Makes a runtime the default. */
    record DefaultRuntime(String name) implements Step {}

    /** Removes a runtime, and what points to it. */
    record RemoveRuntime(String name) implements Step {}

    /**
     * Gives a new runtime what another has.
     *
     * @param name the new runtime
     * @param sources names of others, the first of which that is there counts; {@code ""} is the default runtime
     * @param except what the name of a default runtime begins with that does not count
     */
    record Inherit(String name, List<String> sources, String except) implements Step {}

    /** One operation of RFC 6902. */
    record Operation(TomlTable operation) implements Step {}
}
