// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.diff;

import dev.ctrcfg.toml.Key;
import dev.ctrcfg.toml.Position;
import dev.ctrcfg.toml.TomlValue;
import java.util.Optional;

/** One difference in meaning between two configurations. */
public sealed interface Change permits Change.Added, Change.Removed, Change.Replaced {

    /** {@return the key whose value differs} */
    Key key();

    /** {@return what was there before; empty if nothing was} */
    Optional<Side> before();

    /** {@return what is there after; empty if nothing is} */
    Optional<Side> after();

    /**
     * What one of the configurations has.
     *
     * @param value the value
     * @param place where it is written; empty if that is not known, or if no file has it
     */
    record Side(TomlValue value, Optional<Place> place) {}

    /**
     * Where a value is written.
     *
     * @param file the name of the file
     * @param position line and column
     * @param key the key as it is spelt there
     */
    record Place(String file, Position position, Key key) {

        /** {@return {@code file:line:column}} */
        @Override
        public String toString() {
            return file + ":" + position;
        }
    }

    /**
     * A key that was not there before.
     *
     * @param key the key
     * @param now what it has
     * @param whole whether all of the runtime or registry that it belongs to was not there, see {@link Topic#subject}
     */
    record Added(Key key, Side now, boolean whole) implements Change {

        /**
         * A key whose place does not count.
         *
         * @param key the key
         * @param value its value
         */
        public Added(Key key, TomlValue value) {
            this(key, new Side(value, Optional.empty()), false);
        }

        @Override
        public Optional<Side> before() {
            return Optional.empty();
        }

        @Override
        public Optional<Side> after() {
            return Optional.of(now);
        }
    }

    /**
     * A key that is no longer there.
     *
     * @param key the key
     * @param old what it had
     * @param whole whether all of the runtime or registry that it belongs to is gone, see {@link Topic#subject}
     */
    record Removed(Key key, Side old, boolean whole) implements Change {

        /**
         * A key whose place does not count.
         *
         * @param key the key
         * @param value the value that it had
         */
        public Removed(Key key, TomlValue value) {
            this(key, new Side(value, Optional.empty()), false);
        }

        @Override
        public Optional<Side> before() {
            return Optional.of(old);
        }

        @Override
        public Optional<Side> after() {
            return Optional.empty();
        }
    }

    /**
     * A key that has another value than before.
     *
     * @param key the key
     * @param old what it had
     * @param now what it has
     */
    record Replaced(Key key, Side old, Side now) implements Change {

        /**
         * A key whose places do not count.
         *
         * @param key the key
         * @param old the value that it had
         * @param now the value that it has
         */
        public Replaced(Key key, TomlValue old, TomlValue now) {
            this(key, new Side(old, Optional.empty()), new Side(now, Optional.empty()));
        }

        @Override
        public Optional<Side> before() {
            return Optional.of(old);
        }

        @Override
        public Optional<Side> after() {
            return Optional.of(now);
        }
    }
}
