// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.command;

import java.util.Optional;

/**
 * An option of a command. The methods that describe it change it and return it; they are for the place where it is
 * made.
 *
 * @param <T> the type of its values
 */
public final class Option<T> extends Parameter<T> {

    private final String name;
    private Optional<String> shortName = Optional.empty();
    private Optional<String> bareValue = Optional.empty();

    private Option(String name, String label, Converter<T> converter) {
        super(label, converter);
        this.name = name;
    }

    /**
     * {@return an option without a value}
     *
     * @param name the name with its dashes, such as {@code --check}
     */
    public static Option<Boolean> flag(String name) {
        return new Option<>(name, "", Flag.ON);
    }

    /**
     * {@return an option with a value}
     *
     * @param name the name with its dashes, such as {@code --output}
     * @param label the word for the value in help texts, in capitals
     * @param converter what makes the value
     * @param <T> the type of the value
     */
    public static <T> Option<T> value(String name, String label, Converter<T> converter) {
        return new Option<>(name, label, converter);
    }

    /**
     * {@return the option, with one letter for it as well}
     *
     * @param letter a dash and the letter
     */
    public Option<T> shortName(String letter) {
        shortName = Optional.of(letter);
        return this;
    }

    /**
     * {@return the option, with what it is for}
     *
     * @param text one sentence, in lower case and without a period
     */
    public Option<T> description(String text) {
        setDescription(text);
        return this;
    }

    /** {@return the option, without which a command line is refused} */
    public Option<T> required() {
        setRequired();
        return this;
    }

    /** {@return the option, which may be given several times} */
    public Option<T> repeatable() {
        setRepeatable();
        return this;
    }

    /**
     * {@return the option, with the value it has if it is not given}
     *
     * @param value the value
     */
    public Option<T> orElse(T value) {
        setFallback(value);
        return this;
    }

    /**
     * {@return the option, which may be given without a value; a value then has to follow an equals sign}
     *
     * @param text the value in that case
     */
    public Option<T> optionalValue(String text) {
        bareValue = Optional.of(text);
        return this;
    }

    /** {@return the name, such as {@code --output}} */
    public String name() {
        return name;
    }

    /** {@return the name of one letter, such as {@code -o}} */
    public Optional<String> shortName() {
        return shortName;
    }

    /** {@return the value that it has if it is given without one} */
    public Optional<String> bareValue() {
        return bareValue;
    }

    /** {@return whether it is one without a value} */
    public boolean isFlag() {
        return label().isEmpty();
    }

    /** {@return the name and the label, such as {@code --output FORMAT}} */
    public String synopsis() {
        if (isFlag()) {
            return name;
        }
        return bareValue.isPresent() ? name + "[=" + label() + "]" : name + " " + label();
    }

    @Override
    String title() {
        return name;
    }

    boolean isCalled(String text) {
        return name.equals(text) || (shortName.isPresent() && shortName.get().equals(text));
    }

    /** The value of options without one. */
    private enum Flag implements Converter<Boolean> {
        ON;

        @Override
        public Boolean convert(String text) {
            return Boolean.TRUE;
        }
    }
}
