// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All there is to say about a command. */
public final class CommandTable {

    /** Asks for a help text; every command has it. */
    public static final Option<Boolean> HELP =
            Option.flag("--help").shortName("-h").description("print this text");

    private final String name;
    private final String summary;
    private final List<String> description;
    private final List<Positional<?>> positionals;
    private final List<OptionGroup> groups;
    private final List<Option<?>> options;
    private final List<Option<?>> answers;
    private final List<ExitStatus> exits;
    private final List<String> examples;
    private final List<CommandSummary> commands;

    private CommandTable(Builder builder) {
        name = builder.name;
        summary = builder.summary;
        description = List.copyOf(builder.description);
        positionals = List.copyOf(builder.positionals);
        groups = List.copyOf(builder.groups);
        answers = List.copyOf(builder.answers);
        exits = List.copyOf(builder.exits);
        examples = List.copyOf(builder.examples);
        commands = List.copyOf(builder.commands);
        List<Option<?>> all = new ArrayList<>();
        for (OptionGroup group : groups) {
            all.addAll(group.options());
        }
        options = List.copyOf(all);
    }

    /**
     * {@return an empty table}
     *
     * @param name the whole name, such as {@code ctrcfg patch}
     * @param summary what the command does: one sentence that starts in upper case and ends with a period
     */
    public static Builder of(String name, String summary) {
        return new Builder(name, summary);
    }

    /** {@return the whole name, such as {@code ctrcfg patch}} */
    public String name() {
        return name;
    }

    /** {@return what the command does, in one sentence} */
    public String summary() {
        return summary;
    }

    /** {@return more about it, as paragraphs} */
    public List<String> description() {
        return description;
    }

    /** {@return the arguments that are known by their place, in order} */
    public List<Positional<?>> positionals() {
        return positionals;
    }

    /** {@return the options in the order of help texts, in groups with a title each} */
    public List<OptionGroup> groups() {
        return groups;
    }

    /** {@return the options of all groups} */
    public List<Option<?>> options() {
        return options;
    }

    /** {@return the exit codes and what they mean} */
    public List<ExitStatus> exits() {
        return exits;
    }

    /** {@return command lines, as lines of shell} */
    public List<String> examples() {
        return examples;
    }

    /** {@return the commands below it} */
    public List<CommandSummary> commands() {
        return commands;
    }

    /** {@return whether it asks about the command itself, so that nothing else on the line counts} */
    boolean isAnswer(Parameter<?> parameter) {
        for (Option<?> answer : answers) {
            if (answer == parameter) {
                return true;
            }
        }
        return false;
    }

    Optional<Option<?>> option(String called) {
        for (Option<?> option : options) {
            if (option.isCalled(called)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }

    List<String> optionNames() {
        List<String> names = new ArrayList<>();
        for (Option<?> option : options) {
            names.add(option.name());
        }
        return names;
    }

    /**
     * Some options under a title.
     *
     * @param title the title; the first group needs none
     * @param options the options
     */
    public record OptionGroup(String title, List<Option<?>> options) {}

    /**
     * An exit code.
     *
     * @param code the code
     * @param meaning what it says, in lower case and without a period
     */
    public record ExitStatus(int code, String meaning) {}

    /**
     * A command below another one.
     *
     * @param word the word on the command line
     * @param summary what it does, in one sentence
     */
    public record CommandSummary(String word, String summary) {}

    /** Fills a table. */
    public static final class Builder {

        private final String name;
        private final String summary;
        private final List<String> description = new ArrayList<>();
        private final List<Positional<?>> positionals = new ArrayList<>();
        private final List<OptionGroup> groups = new ArrayList<>();
        private final List<Option<?>> answers = new ArrayList<>();
        private final List<ExitStatus> exits = new ArrayList<>();
        private final List<String> examples = new ArrayList<>();
        private final List<CommandSummary> commands = new ArrayList<>();

        private Builder(String name, String summary) {
            this.name = name;
            this.summary = summary;
            answers.add(HELP);
        }

        /**
         * {@return the builder, with more paragraphs of description}
         *
         * @param paragraphs the paragraphs; one that starts with two blanks is printed as it is
         */
        public Builder description(String... paragraphs) {
            description.addAll(List.of(paragraphs));
            return this;
        }

        /**
         * {@return the builder, with one more argument that is known by its place}
         *
         * @param positional the argument
         */
        public Builder positional(Positional<?> positional) {
            positionals.add(positional);
            return this;
        }

        /**
         * {@return the builder, with more options}
         *
         * @param options the options, in the order of the help text
         */
        public Builder options(Option<?>... options) {
            return group("", options);
        }

        /**
         * {@return the builder, with more options under a title}
         *
         * @param title the title, in upper case and without a colon
         * @param options the options, in the order of the help text
         */
        public Builder group(String title, Option<?>... options) {
            groups.add(new OptionGroup(title, List.of(options)));
            return this;
        }

        /**
         * {@return the builder, with an option that is answered before anything else is looked at, as help is}
         *
         * @param option the option, which belongs into a group as well
         */
        public Builder answer(Option<?> option) {
            answers.add(option);
            return this;
        }

        /**
         * {@return the builder, with what an exit code means}
         *
         * @param code the code
         * @param meaning what it says, in lower case and without a period
         */
        public Builder exit(int code, String meaning) {
            exits.add(new ExitStatus(code, meaning));
            return this;
        }

        /**
         * {@return the builder, with more lines of examples}
         *
         * @param lines lines of shell
         */
        public Builder examples(String... lines) {
            examples.addAll(List.of(lines));
            return this;
        }

        /**
         * {@return the builder, with one more command below this one}
         *
         * @param word the word on the command line
         * @param summaryOfIt what it does, in one sentence
         */
        public Builder command(String word, String summaryOfIt) {
            commands.add(new CommandSummary(word, summaryOfIt));
            return this;
        }

        /** {@return the table} */
        public CommandTable build() {
            groups.add(new OptionGroup("", List.of(HELP)));
            return new CommandTable(this);
        }
    }
}
