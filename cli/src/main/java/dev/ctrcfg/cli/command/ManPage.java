// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli.command;

/** The page of a command in the manual, in the language of {@code man}. */
public final class ManPage {

    private final CommandTable table;
    private final StringBuilder out = new StringBuilder();

    private ManPage(CommandTable table) {
        this.table = table;
    }

    /**
     * {@return the page of a command}
     *
     * @param table the command
     * @param version the version of the program
     */
    public static String of(CommandTable table, String version) {
        ManPage page = new ManPage(table);
        page.head(version);
        page.description();
        page.commands();
        page.arguments();
        page.options();
        page.exits();
        page.examples();
        page.seeAlso();
        return page.out.toString();
    }

    /**
     * {@return the name of the page, such as {@code ctrcfg-patch}}
     *
     * @param table the command
     */
    public static String name(CommandTable table) {
        return table.name().replace(' ', '-');
    }

    private void head(String version) {
        String title = name(table).toUpperCase(java.util.Locale.ROOT);
        line(".TH " + text(title) + " 1 \"\" \"" + text(version) + "\" \"User Commands\"");
        section("NAME");
        line(text(name(table)) + " \\- "
                + text(table.summary().substring(0, table.summary().length() - 1)));
        section("SYNOPSIS");
        line(".B " + text(table.name()));
        line(text(HelpText.usage(table).substring(("Usage: " + table.name() + " ").length())));
    }

    private void description() {
        section("DESCRIPTION");
        line(text(table.summary()));
        for (String paragraph : table.description()) {
            line(".PP");
            if (paragraph.startsWith("  ")) {
                verbatim(paragraph);
            } else {
                line(text(paragraph));
            }
        }
    }

    private void commands() {
        if (!table.commands().isEmpty()) {
            section("COMMANDS");
        }
        for (CommandTable.CommandSummary command : table.commands()) {
            item(bold(command.word()), command.summary());
        }
    }

    private void arguments() {
        boolean titled = false;
        for (Positional<?> positional : table.positionals()) {
            if (!positional.description().isEmpty()) {
                if (!titled) {
                    section("ARGUMENTS");
                }
                titled = true;
                item(italic(positional.label()), positional.description());
            }
        }
    }

    private void options() {
        section("OPTIONS");
        for (CommandTable.OptionGroup group : table.groups()) {
            if (!group.title().isEmpty()) {
                line(".SS \"" + text(group.title()) + "\"");
            }
            for (Option<?> option : group.options()) {
                item(term(option), option.description());
            }
        }
    }

    private static String term(Option<?> option) {
        String letter = option.shortName().map(name -> bold(name) + ", ").orElse("");
        String name = letter + bold(option.name());
        if (option.isFlag()) {
            return name;
        }
        return option.bareValue().isPresent()
                ? name + "[=" + italic(option.label()) + "]"
                : name + " " + italic(option.label());
    }

    private void exits() {
        section("EXIT STATUS");
        for (CommandTable.ExitStatus exit : table.exits()) {
            item(bold(Integer.toString(exit.code())), exit.meaning());
        }
    }

    private void examples() {
        section("EXAMPLES");
        verbatim(String.join("\n", table.examples()));
    }

    private void seeAlso() {
        section("SEE ALSO");
        StringBuilder pages = new StringBuilder();
        for (CommandTable.CommandSummary command : table.commands()) {
            pages.append(".BR ").append(text("ctrcfg-" + command.word())).append(" (1),\n");
        }
        boolean isRoot = !table.commands().isEmpty();
        line(pages + (isRoot ? ".BR containerd (8)" : ".BR ctrcfg (1)"));
    }

    private void section(String title) {
        line(".SH \"" + title + "\"");
    }

    private void item(String term, String description) {
        line(".TP");
        line(term);
        line(text(description));
    }

    private void verbatim(String lines) {
        line(".nf");
        line(text(lines));
        line(".fi");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private static String bold(String text) {
        return "\\fB" + text(text) + "\\fR";
    }

    private static String italic(String text) {
        return "\\fI" + text(text) + "\\fR";
    }

    /** Keeps characters from meaning anything: a dash is a minus, and no line starts with a request. */
    private static String text(String text) {
        String plain = text.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("\n.", "\n\\&.")
                .replace("\n'", "\n\\&'");
        return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
    }
}
