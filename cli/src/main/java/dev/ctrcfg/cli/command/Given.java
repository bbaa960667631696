// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.command;

import java.util.Optional;

/**
 * A value on the command line.
 *
 * @param <T> its type
 */
public final class Given<T> {

    private final Parameter<T> parameter;
    private final T value;

    Given(Parameter<T> parameter, T value) {
        this.parameter = parameter;
        this.value = value;
    }

    /** {@return what it was given for} */
    public Parameter<T> parameter() {
        return parameter;
    }

    /** {@return the value} */
    public T value() {
        return value;
    }

    /**
     * {@return the value if it was given for this parameter}
     *
     * @param wanted the parameter
     * @param <U> the type of its values
     */
    @SuppressWarnings("unchecked") // the same parameter has the same type of values
    public <U> Optional<U> as(Parameter<U> wanted) {
        return wanted == parameter ? Optional.of((U) value) : Optional.empty();
    }
}
