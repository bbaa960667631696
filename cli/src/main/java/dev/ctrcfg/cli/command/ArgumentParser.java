// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads command lines by the table of a command: {@code --name value}, {@code --name=value}, {@code -n value},
 * {@code -nvalue}, letters without values together ({@code -ab}), and {@code --} before arguments that look like
 * options.
 */
public final class ArgumentParser {

    private final CommandTable table;
    private final List<Given<?>> given = new ArrayList<>();
    private List<String> rest;
    private int positionals;

    private ArgumentParser(CommandTable table, String[] args) {
        this.table = table;
        this.rest = Arrays.asList(args);
    }

    /**
     * {@return what the command line says; where it asks for help or the version, that is all that counts}
     *
     * @param table the command
     * @param args what follows its name
     * @throws UsageException if it does not fit the table
     */
    public static Arguments parse(CommandTable table, String... args) throws UsageException {
        ArgumentParser parser = new ArgumentParser(table, args);
        if (!parser.readAll()) {
            parser.requireAll();
        }
        return new Arguments(parser.given);
    }

    /** {@return whether the command line asks for an answer about the command itself} */
    private boolean readAll() throws UsageException {
        while (!rest.isEmpty()) {
            String argument = next();
            if (argument.equals("--")) {
                readPositionals();
            } else if (argument.startsWith("-") && argument.length() > 1) {
                readOption(argument);
            } else {
                readPositional(argument);
            }
            if (!given.isEmpty() && table.isAnswer(given.get(given.size() - 1).parameter())) {
                return true;
            }
        }
        return false;
    }

    private String next() {
        String argument = rest.get(0);
        rest = rest.subList(1, rest.size());
        return argument;
    }

    private void readPositionals() throws UsageException {
        while (!rest.isEmpty()) {
            readPositional(next());
        }
    }

    private void readPositional(String argument) throws UsageException {
        if (positionals == table.positionals().size()) {
            throw new UsageException("unexpected argument: '" + argument + "'");
        }
        Positional<?> positional = table.positionals().get(positionals);
        positionals += positional.isRepeatable() ? 0 : 1;
        given.add(positional.give(argument));
    }

    private void readOption(String argument) throws UsageException {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        Optional<Option<?>> option = table.option(name);
        if (option.isPresent()) {
            add(option.get(), equals < 0 ? Optional.empty() : Optional.of(argument.substring(equals + 1)));
        } else if (!argument.startsWith("--")
                && table.option(argument.substring(0, 2)).isPresent()) {
            readLetters(argument);
        } else {
            throw new UsageException("unknown option: '" + name + "'" + Suggestion.of(name, table.optionNames()));
        }
    }

    private void readLetters(String argument) throws UsageException {
        for (int i = 1; i < argument.length(); i++) {
            String letter = "-" + argument.charAt(i);
            Option<?> option = require(letter);
            if (!option.isFlag()) {
                String value = argument.substring(i + 1);
                add(option, value.isEmpty() ? Optional.empty() : Optional.of(value));
                return;
            }
            add(option, Optional.empty());
        }
    }

    private Option<?> require(String letter) throws UsageException {
        Optional<Option<?>> option = table.option(letter);
        if (option.isEmpty()) {
            throw new UsageException("unknown option: '" + letter + "'");
        }
        return option.get();
    }

    private void add(Option<?> option, Optional<String> attached) throws UsageException {
        if (!option.isRepeatable() && !option.isFlag() && isGiven(option)) {
            throw new UsageException("option " + option.name() + " may be given only once");
        }
        if (option.isFlag() && attached.isPresent()) {
            throw new UsageException("option " + option.name() + " takes no value");
        }
        given.add(option.give(attached.isPresent() ? attached.get() : valueOf(option)));
    }

    private String valueOf(Option<?> option) throws UsageException {
        if (option.isFlag()) {
            return "";
        }
        if (option.bareValue().isPresent()) {
            return option.bareValue().get();
        }
        if (rest.isEmpty() || table.option(rest.get(0)).isPresent()) {
            throw new UsageException("missing value " + option.label() + " of " + option.name());
        }
        return next();
    }

    private boolean isGiven(Parameter<?> parameter) {
        for (Given<?> value : given) {
            if (value.parameter() == parameter) {
                return true;
            }
        }
        return false;
    }

    private void requireAll() throws UsageException {
        for (Positional<?> positional : table.positionals()) {
            if (positional.isRequired() && !isGiven(positional)) {
                throw new UsageException("missing argument: " + positional.label());
            }
        }
        for (Option<?> option : table.options()) {
            if (option.isRequired() && !isGiven(option)) {
                throw new UsageException("missing option: " + option.synopsis());
            }
        }
    }
}
