// SPDX-License-Identifier: Apache-2.0
package dev.ctrcfg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ctrcfg.cli.command.CommandTable;
import dev.ctrcfg.cli.command.HelpText;
import dev.ctrcfg.cli.command.Option;
import dev.ctrcfg.cli.command.Positional;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for the description of every command. */
class SubcommandsTest {

    private static final int SCREEN = 80;

    @Test
    void theHelpOfAllFitsOneScreen() {
        String help = HelpText.of(RootTable.table());

        for (Subcommands command : Subcommands.values()) {
            assertThat(help).contains("\n  " + command.word() + " ");
        }
        assertThat(help.lines())
                .hasSizeLessThanOrEqualTo(40)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(SCREEN));
    }

    @ParameterizedTest
    @EnumSource
    void aSummaryIsOneSentenceOnOneLine(Subcommands command) {
        String summary = command.create().table().summary();

        assertThat(summary).matches("[A-Z].*\\.").hasSizeLessThanOrEqualTo(SCREEN - 16);
    }

    @ParameterizedTest
    @EnumSource
    void aTableIsComplete(Subcommands command) {
        CommandTable table = command.create().table();

        assertThat(table.name()).isEqualTo("ctrcfg " + command.word());
        assertThat(table.examples()).isNotEmpty();
        assertThat(table.exits()).extracting(CommandTable.ExitStatus::code).contains(ExitCode.OK, ExitCode.TROUBLE);
        for (Option<?> option : table.options()) {
            assertThat(option.description()).as(option.name()).matches("[^A-Z].*[^.]");
        }
        for (Positional<?> positional : table.positionals()) {
            assertThat(positional.description()).as(positional.label()).matches("[^A-Z].*[^.]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void noTwoOptionsShareAName(Subcommands command) {
        Set<String> names = new HashSet<>();
        for (Option<?> option : command.create().table().options()) {
            assertThat(names.add(option.name())).as(option.name()).isTrue();
            option.shortName()
                    .ifPresent(
                            letter -> assertThat(names.add(letter)).as(letter).isTrue());
        }
    }

    @ParameterizedTest
    @EnumSource
    void examplesCallTheCommand(Subcommands command) {
        assertThat(command.create().table().examples())
                .anySatisfy(line -> assertThat(line).contains("ctrcfg " + command.word()));
    }

    @ParameterizedTest
    @EnumSource
    void aHelpTextFitsTheWidthOfAScreen(Subcommands command) {
        assertThat(HelpText.of(command.create().table()).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(SCREEN));
    }
}
