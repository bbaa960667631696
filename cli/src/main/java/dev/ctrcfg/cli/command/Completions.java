// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.command;

import java.util.ArrayList;
import java.util.List;

/** Scripts that teach shells the commands and options. */
public final class Completions {

    private final CommandTable root;
    private final List<CommandTable> commands;
    private final StringBuilder out = new StringBuilder();

    private Completions(CommandTable root, List<CommandTable> commands) {
        this.root = root;
        this.commands = commands;
    }

    /**
     * {@return the script of a shell}
     *
     * @param shell the shell
     * @param root the program
     * @param commands the commands below it, in the same order
     */
    public static String of(Shell shell, CommandTable root, List<CommandTable> commands) {
        Completions script = new Completions(root, commands);
        switch (shell) {
            case BASH -> script.bash();
            case ZSH -> script.zsh();
            case FISH -> script.fish();
        }
        return script.out.toString();
    }

    private void bash() {
        String program = root.name();
        lines(
                "# Completion of " + program + " in bash, made by: " + program + " completion bash",
                "_" + program + "() {",
                "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}",
                "    COMPREPLY=()",
                "    if ((COMP_CWORD == 1)); then",
                "        mapfile -t COMPREPLY < <(compgen -W '" + join(words(), options(root)) + "' -- \"$cur\")",
                "        return",
                "    fi",
                "    # bash takes an equals sign for a word of its own.",
                "    if [[ $cur == = ]]; then",
                "        cur=''",
                "    elif [[ $prev == = ]]; then",
                "        prev=${COMP_WORDS[COMP_CWORD - 2]}",
                "    fi",
                "    case ${COMP_WORDS[1]}:$prev in");
        for (CommandTable table : commands) {
            for (Option<?> option : table.options()) {
                bashValue(table, option);
            }
        }
        lines("    esac", "    case ${COMP_WORDS[1]}:$cur in");
        for (CommandTable table : commands) {
            bashCase(word(table) + ":-*", bashWords(options(table)));
            bashPositionals(table);
        }
        lines("    esac", "}", "complete -F _" + program + " " + program);
    }

    private void bashValue(CommandTable table, Option<?> option) {
        if (option.isFlag() || option.bareValue().isPresent()) {
            return;
        }
        String pattern = word(table) + ":" + option.name();
        String letter = option.shortName().isPresent()
                ? " | " + word(table) + ":" + option.shortName().get()
                : "";
        bashCase(pattern + letter, bashAction(option.converter().completion()));
    }

    private void bashPositionals(CommandTable table) {
        for (Positional<?> positional : table.positionals()) {
            Completion completion = positional.converter().completion();
            if (completion != Completion.NOTHING) {
                bashCase(word(table) + ":*", bashAction(completion));
                return;
            }
        }
    }

    private void bashCase(String pattern, String action) {
        lines("        " + pattern + ")", "            " + action, "            return", "            ;;");
    }

    private static String bashAction(Completion completion) {
        if (completion == Completion.NOTHING) {
            return ":";
        }
        if (completion == Completion.FILES) {
            return "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")";
        }
        if (completion == Completion.DIRECTORIES) {
            return "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- \"$cur\")";
        }
        return bashWords(completion.words());
    }

    private static String bashWords(List<String> words) {
        return "mapfile -t COMPREPLY < <(compgen -W '" + String.join(" ", words) + "' -- \"$cur\")";
    }

    private void zsh() {
        String program = root.name();
        lines(
                "#compdef " + program,
                "# Completion of " + program + " in zsh, made by: " + program + " completion zsh",
                "_" + program + "() {",
                "    local curcontext=$curcontext state line",
                "    local -a commands");
        lines("    _arguments -C \\");
        zshOptions(root, "        ");
        lines("        '1:command:->command' '*::argument:->argument'", "    case $state in", "    command)");
        lines("        commands=(");
        for (CommandTable.CommandSummary command : root.commands()) {
            lines("            '" + command.word() + ":" + quoted(command.summary()) + "'");
        }
        lines(
                "        )",
                "        _describe command commands",
                "        ;;",
                "    argument)",
                "        case $words[1] in");
        for (CommandTable table : commands) {
            lines("        " + word(table) + ")", "            _arguments \\");
            zshOptions(table, "                ");
            lines("                " + zshPositionals(table), "            ;;");
        }
        lines("        esac", "        ;;", "    esac", "}", "_" + program + " \"$@\"");
    }

    private void zshOptions(CommandTable table, String indent) {
        for (Option<?> option : table.options()) {
            String description = "[" + zshText(option.description()) + "]";
            String value = option.isFlag() ? "" : ":" + option.label() + ":" + zshAction(option.converter());
            String again = option.isRepeatable() ? "*" : "";
            lines(indent + "'" + again + option.name() + zshJoint(option) + description + value + "' \\");
            option.shortName()
                    .ifPresent(letter -> lines(indent + "'" + again + letter + (option.isFlag() ? "" : "+")
                            + description + value + "' \\"));
        }
    }

    private static String zshJoint(Option<?> option) {
        if (option.isFlag()) {
            return "";
        }
        return option.bareValue().isPresent() ? "=-" : "=";
    }

    private static String zshPositionals(CommandTable table) {
        StringBuilder specs = new StringBuilder();
        for (Positional<?> positional : table.positionals()) {
            String place = positional.isRepeatable() ? "*:" : positional.isRequired() ? ":" : "::";
            specs.append('\'').append(place).append(positional.label()).append(':');
            specs.append(zshAction(positional.converter())).append("' ");
        }
        return specs.isEmpty() ? "''" : specs.toString().strip();
    }

    private static String zshAction(Converter<?> converter) {
        Completion completion = converter.completion();
        if (completion == Completion.NOTHING) {
            return " ";
        }
        if (completion == Completion.FILES) {
            return "_files";
        }
        return completion == Completion.DIRECTORIES ? "_directories" : "(" + String.join(" ", completion.words()) + ")";
    }

    private static String zshText(String text) {
        return quoted(text).replace("[", "\\[").replace("]", "\\]").replace(":", "\\:");
    }

    private void fish() {
        String program = root.name();
        lines(
                "# Completion of " + program + " in fish, made by: " + program + " completion fish",
                "complete -c " + program + " -f");
        for (CommandTable.CommandSummary command : root.commands()) {
            lines("complete -c " + program + " -n __fish_use_subcommand -a " + command.word() + " -d '"
                    + quoted(command.summary()) + "'");
        }
        fishOptions(root, "__fish_use_subcommand");
        for (CommandTable table : commands) {
            String condition = "'__fish_seen_subcommand_from " + word(table) + "'";
            fishOptions(table, condition);
            for (Positional<?> positional : table.positionals()) {
                String action = fishAction(positional.converter(), "");
                if (!action.isEmpty()) {
                    lines("complete -c " + program + " -n " + condition + action);
                }
            }
        }
    }

    private void fishOptions(CommandTable table, String condition) {
        for (Option<?> option : table.options()) {
            String letter =
                    option.shortName().map(name -> " -s " + name.substring(1)).orElse("");
            String action = option.isFlag() ? "" : fishAction(option.converter(), " -x");
            lines("complete -c " + root.name() + " -n " + condition + " -l "
                    + option.name().substring(2) + letter + action + " -d '" + quoted(option.description()) + "'");
        }
    }

    private static String fishAction(Converter<?> converter, String otherwise) {
        Completion completion = converter.completion();
        if (completion == Completion.NOTHING) {
            return otherwise;
        }
        if (completion == Completion.FILES) {
            return otherwise.isEmpty() ? " -F" : " -r -F";
        }
        if (completion == Completion.DIRECTORIES) {
            return " -x -a '(__fish_complete_directories)'";
        }
        return " -x -a '" + String.join(" ", completion.words()) + "'";
    }

    private List<String> words() {
        List<String> words = new ArrayList<>();
        for (CommandTable.CommandSummary command : root.commands()) {
            words.add(command.word());
        }
        return words;
    }

    private static List<String> options(CommandTable table) {
        List<String> names = new ArrayList<>();
        for (Option<?> option : table.options()) {
            names.add(option.name());
            option.shortName().ifPresent(names::add);
        }
        return names;
    }

    private static String word(CommandTable table) {
        return table.name().substring(table.name().indexOf(' ') + 1);
    }

    private static String join(List<String> first, List<String> second) {
        return String.join(" ", first) + " " + String.join(" ", second);
    }

    /** Text between single quotes, which all three shells take alike but for this. */
    private static String quoted(String text) {
        return text.replace("'", "’");
    }

    private void lines(String... lines) {
        for (String line : lines) {
            out.append(line).append('\n');
        }
    }

    /** A shell that completes. */
    public enum Shell {
        /** GNU bash, 4 or later. */
        BASH,
        /** The Z shell. */
        ZSH,
        /** fish. */
        FISH
    }
}
