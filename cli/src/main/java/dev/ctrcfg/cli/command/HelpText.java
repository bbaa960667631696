// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.command;

import java.util.List;

/** What {@code --help} prints. */
public final class HelpText {

    private static final int WIDTH = 80;
    /** Where descriptions start; what is longer than that gets a line of its own. */
    private static final int COLUMN = 26;

    private final StringBuilder out = new StringBuilder();

    private HelpText() {}

    /**
     * {@return the help text of a command}
     *
     * @param table the command
     */
    public static String of(CommandTable table) {
        HelpText help = new HelpText();
        help.paragraph("", usage(table));
        help.out.append('\n');
        help.paragraph("", table.summary());
        for (String paragraph : table.description()) {
            help.describe(paragraph);
        }
        help.commands(table.commands());
        help.positionals(table.positionals());
        help.groups(table);
        help.exits(table.exits());
        help.examples(table.examples());
        return help.out.toString();
    }

    /**
     * {@return the line that shows how a command is called}
     *
     * @param table the command
     */
    public static String usage(CommandTable table) {
        StringBuilder line = new StringBuilder("Usage: ").append(table.name()).append(" [OPTION]...");
        for (Option<?> option : table.options()) {
            if (option.isRequired()) {
                line.append(' ').append(option.synopsis());
            }
        }
        for (Positional<?> positional : table.positionals()) {
            line.append(' ').append(positional.synopsis());
        }
        return line.toString();
    }

    private void describe(String paragraph) {
        boolean follows = paragraph.startsWith("  ");
        out.append(follows ? "" : "\n");
        if (follows) {
            out.append(paragraph).append('\n');
        } else {
            paragraph("", paragraph);
        }
    }

    private void commands(List<CommandTable.CommandSummary> commands) {
        title(commands.isEmpty() ? "" : "Commands");
        int longest = 0;
        for (CommandTable.CommandSummary command : commands) {
            longest = Math.max(longest, command.word().length());
        }
        for (CommandTable.CommandSummary command : commands) {
            paragraph(
                    "  " + command.word()
                            + " ".repeat(longest + 2 - command.word().length()),
                    command.summary());
        }
    }

    /** The word that stands for the commands listed above needs no line of its own. */
    private void positionals(List<Positional<?>> positionals) {
        boolean described =
                !positionals.isEmpty() && !positionals.get(0).description().isEmpty();
        title(described ? "Arguments" : "");
        for (Positional<?> positional : described ? positionals : List.<Positional<?>>of()) {
            row(positional.synopsis(), positional.description());
        }
    }

    private void groups(CommandTable table) {
        boolean first = true;
        for (CommandTable.OptionGroup group : table.groups()) {
            title(first && group.title().isEmpty() ? "Options" : group.title());
            first = false;
            for (Option<?> option : group.options()) {
                row(term(option), option.description());
            }
        }
    }

    private static String term(Option<?> option) {
        String letter = option.shortName().isPresent() ? option.shortName().get() + ", " : "";
        return letter + option.synopsis();
    }

    private void exits(List<CommandTable.ExitStatus> exits) {
        title(exits.isEmpty() ? "" : "Exit codes");
        for (CommandTable.ExitStatus exit : exits) {
            paragraph("  " + exit.code() + "  ", exit.meaning());
        }
    }

    private void examples(List<String> examples) {
        title(examples.isEmpty() ? "" : "Examples");
        for (String line : examples) {
            out.append("  ").append(line).append('\n');
        }
    }

    private void title(String title) {
        if (!title.isEmpty()) {
            out.append('\n').append(title).append(":\n");
        }
    }

    private void row(String term, String description) {
        String start = "  " + term;
        if (start.length() + 2 > COLUMN) {
            out.append(start).append('\n');
            start = "";
        }
        paragraph(start + " ".repeat(COLUMN - start.length()), description);
    }

    /** Lines below the first one are indented as far as its text. */
    private void paragraph(String start, String text) {
        String indent = " ".repeat(start.length());
        int from = 0;
        String lead = start;
        while (text.length() - from > WIDTH - lead.length()) {
            int space = text.lastIndexOf(' ', from + WIDTH - lead.length());
            int end = space > from ? space : nextSpace(text, from);
            out.append(lead).append(text, from, end).append('\n');
            from = Math.min(end + 1, text.length());
            lead = indent;
        }
        if (from < text.length() || from == 0) {
            out.append(lead).append(text, from, text.length()).append('\n');
        }
    }

    private static int nextSpace(String text, int from) {
        int space = text.indexOf(' ', from);
        return space < 0 ? text.length() : space;
    }
}
