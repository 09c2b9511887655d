/**
 * The command line. {@link dev.mockloop.cli.Mockloop} is the program; each command is a class of
 * its own. Exit codes: 0 success, 1 failure, 2 wrong usage; a failure is one line on stderr.
 */
@NullMarked
package dev.mockloop.cli;

import org.jspecify.annotations.NullMarked;
