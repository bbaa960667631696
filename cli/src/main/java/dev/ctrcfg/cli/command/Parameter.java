// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.command;

import java.util.Optional;

/**
 * A place for values on the command line.
 *
 * @param <T> the type of the values
 */
public abstract sealed class Parameter<T> permits Option, Positional {

    private final String label;
    private final Converter<T> converter;
    private String description = "";
    private Optional<T> fallback = Optional.empty();
    private boolean required;
    private boolean repeatable;

    Parameter(String label, Converter<T> converter) {
        this.label = label;
        this.converter = converter;
    }

    final void setDescription(String text) {
        description = text;
    }

    final void setFallback(T value) {
        fallback = Optional.of(value);
    }

    final void setRequired() {
        required = true;
    }

    final void setRepeatable() {
        repeatable = true;
    }

    /** {@return what messages call it} */
    abstract String title();

    /** {@return the word that stands for the value in help texts; empty for a flag} */
    public final String label() {
        return label;
    }

    /** {@return what it is for, in one sentence without a period} */
    public final String description() {
        return description;
    }

    /** {@return what makes its values} */
    public final Converter<T> converter() {
        return converter;
    }

    /** {@return whether a command line without it is refused} */
    public final boolean isRequired() {
        return required;
    }

    /** {@return whether it may be given several times} */
    public final boolean isRepeatable() {
        return repeatable;
    }

    /** {@return the value if none is given} */
    final Optional<T> fallback() {
        return fallback;
    }

    final Given<T> give(String text) throws UsageException {
        try {
            return new Given<>(this, converter.convert(text));
        } catch (IllegalArgumentException e) {
            throw new UsageException("invalid value for " + title() + ": " + e.getMessage());
        }
    }
}
