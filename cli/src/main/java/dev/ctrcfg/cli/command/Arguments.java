// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a command line says. */
public final class Arguments {

    private final List<Given<?>> given;

    Arguments(List<Given<?>> given) {
        this.given = List.copyOf(given);
    }

    /** {@return all that was given, in order: where options of several names are steps of one plan, this is the plan} */
    public List<Given<?>> given() {
        return given;
    }

    /**
     * {@return whether it was given}
     *
     * @param parameter the option or argument
     */
    public boolean has(Parameter<?> parameter) {
        for (Given<?> value : given) {
            if (value.parameter() == parameter) {
                return true;
            }
        }
        return false;
    }

    /**
     * {@return its value, or that which stands for none; the last one if it was given several times}
     *
     * @param parameter the option or argument
     * @param <T> the type of the value
     */
    public <T> Optional<T> find(Parameter<T> parameter) {
        Optional<T> found = parameter.fallback();
        for (Given<?> value : given) {
            found = value.parameter() == parameter ? value.as(parameter) : found;
        }
        return found;
    }

    /**
     * {@return its value; for parameters that always have one}
     *
     * @param parameter the option or argument
     * @param <T> the type of the value
     * @throws java.util.NoSuchElementException if it is neither required nor has a value that stands for none
     */
    public <T> T get(Parameter<T> parameter) {
        return find(parameter).orElseThrow();
    }

    /**
     * {@return its values in order; none if it was not given}
     *
     * @param parameter the option or argument
     * @param <T> the type of the values
     */
    public <T> List<T> all(Parameter<T> parameter) {
        List<T> values = new ArrayList<>();
        for (Given<?> value : given) {
            if (value.parameter() == parameter) {
                values.add(value.as(parameter).orElseThrow());
            }
        }
        return values;
    }
}
