// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.command;

/**
 * An argument that is known by its place. The methods that describe it change it and return it; they are for the place
 * where it is made.
 *
 * @param <T> the type of its values
 */
public final class Positional<T> extends Parameter<T> {

    private Positional(String label, Converter<T> converter) {
        super(label, converter);
    }

    /**
     * {@return an argument that may be missing}
     *
     * @param label the word for it in help texts, in capitals
     * @param converter what makes the value
     * @param <T> the type of the value
     */
    public static <T> Positional<T> of(String label, Converter<T> converter) {
        return new Positional<>(label, converter);
    }

    /**
     * {@return the argument, with what it is for}
     *
     * @param text one sentence, in lower case and without a period
     */
    public Positional<T> description(String text) {
        setDescription(text);
        return this;
    }

    /** {@return the argument, without which a command line is refused} */
    public Positional<T> required() {
        setRequired();
        return this;
    }

    /** {@return the argument, which takes all that follow as well} */
    public Positional<T> repeatable() {
        setRepeatable();
        return this;
    }

    /**
     * {@return the argument, with the value it has if it is not given}
     *
     * @param value the value
     */
    public Positional<T> orElse(T value) {
        setFallback(value);
        return this;
    }

    /** {@return the label, with marks for whether it is needed and whether there may be several} */
    public String synopsis() {
        String several = isRepeatable() ? label() + "..." : label();
        return isRequired() ? several : "[" + several + "]";
    }

    @Override
    String title() {
        return label();
    }
}
